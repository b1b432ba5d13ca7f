import { Drawer, Icon, IconButton, useAccounts, useGlobalBar, useLanguage, useT, zoneName, type BarControl } from '@aiwendy/sdk';
import { useState } from 'react';
import { Link } from 'react-router';
import { BarControls } from './BarControls';
import { LookButtons } from './LookButtons';
import { Mark } from './Mark';
import { periodText } from './PeriodPicker';
import { openPalette } from './paletteState';
import type { ShellPage } from './pageTypes';

/** The bar above every page on a phone: one button says and opens what the page is filtered by. */
export function PhoneTop({ page }: { page: ShellPage | undefined }) {
  const t = useT('shell');
  const titles = useT(page?.plugin ?? 'shell');
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="sh-top">
      <Link to="/" aria-label="AIWendy">
        <Mark />
      </Link>
      {page?.bar && page.bar.length > 0 ? (
        <FilterButton
          controls={page.bar}
          onOpen={() => {
            setOpen(true);
          }}
        />
      ) : (
        <b className="sh-top-title">{page ? titles(page.title) : 'AIWendy'}</b>
      )}
      <IconButton icon="search" label={t('palette.title')} onClick={openPalette} tooltip={false} />
      <LookButtons />
      <Drawer
        open={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={t('top.filters')}
      >
        <div className="sh-filters">
          <BarControls labelled controls={page?.bar ?? []} />
        </div>
      </Drawer>
    </header>
  );
}

function FilterButton({ controls, onOpen }: { controls: readonly BarControl[]; onOpen: () => void }) {
  const t = useT('shell');
  const language = useLanguage();
  const [bar] = useGlobalBar();
  const { data: accounts = [] } = useAccounts();
  const units = { money: '$', percent: '%', r: 'R' };
  const parts = [
    controls.includes('period') && periodText(bar, language, t),
    controls.includes('basis') && t(`bar.${bar.basis}`),
    controls.includes('unit') && units[bar.unit],
    controls.includes('currency') && bar.currency,
    !controls.includes('period') && controls.includes('zone') && zoneName(bar.zone, language),
  ].filter(Boolean);
  const account = accounts.find((one) => one.id === bar.account) ?? (accounts.length === 1 ? accounts[0] : undefined);
  return (
    <button type="button" className="sh-filter" onClick={onOpen}>
      <b>{controls.includes('account') ? (account?.name ?? t('bar.allAccounts')) : t('top.filters')}</b>
      <small>{parts.join(' · ')}</small>
      <Icon name="filter" />
    </button>
  );
}
