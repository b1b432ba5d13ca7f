import { Icon, useT } from '@aiwendy/sdk';
import { openPalette } from './paletteState';

/** Opens the command palette. */
export function SearchButton() {
  const t = useT('shell');
  return (
    <button type="button" className="sh-search" aria-label={t('palette.title')} aria-keyshortcuts="Control+K" onClick={openPalette}>
      <Icon name="search" />
      <span>{t('top.search')}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}
