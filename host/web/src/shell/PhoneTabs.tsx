import { Drawer, Icon, useContributions, useT } from '@aiwendy/sdk';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { NavItem } from './NavItem';
import { bottomPages, navSections, tabPages } from './navigation';
import { Person } from './Person';
import type { ShellPage } from './pageTypes';

/** The tabs at the bottom of a phone; what has no tab is under "More". */
export function PhoneTabs({ pages }: { pages: readonly ShellPage[] }) {
  const t = useT('shell');
  const { groups } = useContributions();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    setOpen(false);
  }, [pathname]);
  return (
    <nav className="sh-tabs" aria-label={t('nav.tabs')}>
      {tabPages(pages).map((page) => (
        <NavItem key={page.path} page={page} className="sh-tab" />
      ))}
      <button
        type="button"
        className="sh-tab"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon name="more" />
        <span>{t('nav.more')}</span>
      </button>
      <Drawer
        open={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={t('nav.more')}
      >
        <div className="grid gap-1">
          {[...navSections(pages, groups).flatMap((section) => section.pages), ...bottomPages(pages)].map((page) => (
            <NavItem key={page.path} page={page} className="sh-more-item" />
          ))}
          <Person />
        </div>
      </Drawer>
    </nav>
  );
}
