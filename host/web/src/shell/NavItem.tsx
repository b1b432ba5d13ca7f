import { ContributionBoundary, globalBarSearch, Icon, PluginScope, useT, type IconName } from '@aiwendy/sdk';
import type { ComponentType } from 'react';
import { NavLink, useSearchParams } from 'react-router';
import { pageTarget, type ShellPage } from './pageTypes';

/** One entry of the navigation; it carries the global bar's part of the address along. */
export function NavItem({ page, className = 'sh-nav-item' }: { page: ShellPage; className?: string }) {
  const t = useT(page.plugin);
  const [search] = useSearchParams();
  const to = pageTarget(page.path);
  const title = t(page.title);
  return (
    <NavLink to={{ pathname: to, search: globalBarSearch(search) }} end={to === '/'} className={className} title={title}>
      <Icon name={page.icon ?? ('file' satisfies IconName)} />
      <span className="sh-nav-text">{title}</span>
      {page.nav?.badge && <NavBadge plugin={page.plugin} badge={page.nav.badge} />}
    </NavLink>
  );
}

function NavBadge({ plugin, badge: Badge }: { plugin: string; badge: ComponentType }) {
  return (
    <PluginScope id={plugin}>
      <ContributionBoundary plugin={plugin} silent>
        <Badge />
      </ContributionBoundary>
    </PluginScope>
  );
}
