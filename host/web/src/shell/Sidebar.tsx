import { ContributionBoundary, PluginScope, useContributions, useT } from '@aiwendy/sdk';
import { Link } from 'react-router';
import { Mark } from './Mark';
import { NavItem } from './NavItem';
import { bottomPages, navSections } from './navigation';
import { Person } from './Person';
import type { ShellPage } from './pageTypes';

/** The sidebar: mark, sections of plugins, the page's own list, and at the foot plugins, settings and the person. */
export function Sidebar({ pages, page }: { pages: readonly ShellPage[]; page: ShellPage | undefined }) {
  const t = useT('shell');
  const { groups } = useContributions();
  return (
    <aside className="sh-side" aria-label="AIWendy">
      <Link className="sh-brand" to="/" aria-label="AIWendy">
        <Mark />
        <b>AIWendy</b>
      </Link>
      <nav aria-label={t('nav.main')} className="sh-nav">
        {navSections(pages, groups).map((section) => (
          <div key={section.id}>
            {section.title && <SectionTitle plugin={section.plugin} title={section.title} />}
            {section.pages.map((one) => (
              <NavItem key={one.path} page={one} />
            ))}
          </div>
        ))}
        {page?.sidebar && (
          <div className="sh-side-own">
            <PluginScope id={page.plugin}>
              <ContributionBoundary plugin={page.plugin} silent>
                <page.sidebar />
              </ContributionBoundary>
            </PluginScope>
          </div>
        )}
        <div className="sh-foot">
          {bottomPages(pages).map((one) => (
            <NavItem key={one.path} page={one} />
          ))}
        </div>
      </nav>
      <Person />
    </aside>
  );
}

function SectionTitle({ plugin, title }: { plugin: string; title: string }) {
  const t = useT(plugin);
  return <div className="sh-nav-title">{t(title)}</div>;
}
