import { useT } from '@aiwendy/sdk';
import { BarControls } from './BarControls';
import { LookButtons } from './LookButtons';
import { SearchButton } from './SearchButton';
import type { ShellPage } from './pageTypes';

/** The bar above every page on a desktop: the controls that the page obeys, then search, language and theme. */
export function GlobalBar({ page }: { page: ShellPage | undefined }) {
  const t = useT('shell');
  return (
    <header className="sh-bar">
      {page?.bar && page.bar.length > 0 && (
        <div className="sh-bar-controls" role="group" aria-label={t('top.bar')}>
          <BarControls controls={page.bar} />
        </div>
      )}
      <span className="sh-grow" />
      <SearchButton />
      <LookButtons />
    </header>
  );
}
