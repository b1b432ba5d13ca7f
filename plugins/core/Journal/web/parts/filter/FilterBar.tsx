import { Badge, Button, Icon, useSearchParams, useT } from '@aiwendy/sdk';
import { useId, useState, type ReactNode } from 'react';
import { filterNames, filterOf, withFilter, withoutFilter, type FilterName } from '../../filter';
import { FilterFields } from './FilterFields';
import { useFilterWords } from './useFilterWords';

/** The page's filter: what is asked for as words that can be taken off, and the fields behind a button. What the page shows itself has no word. */
export function FilterBar({ children, quick = [] }: { children?: ReactNode; quick?: readonly FilterName[] }) {
  const t = useT();
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const filter = filterOf(search);
  const asked = filterNames.filter((name) => filter[name] && !quick.includes(name));
  const isNarrowed = filterNames.some((name) => filter[name]);
  const words = useFilterWords();
  return (
    <div role="search" aria-label={t('filter.title')} className="mb-3 grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button icon="filter" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => { setOpen(!isOpen); }}>
          {t('filter.button')}{asked.length > 0 ? <Badge tone="accent">{asked.length}</Badge> : null}
        </Button>
        {children}
        {isNarrowed ? (
          <>
            <ul className="flex flex-wrap items-center gap-1 empty:hidden" aria-label={t('filter.asked')}>
              {asked.map((name) => (
                <li key={name} data-filter={name} className="flex items-center rounded-md bg-hover pl-2 text-12">
                  <span><span className="text-text-2">{t(`filter.word.${name}`)}</span> {words(name, filter[name] ?? '')}</span>
                  <button type="button" className="grid h-7 w-7 place-items-center rounded-md text-text-3 hover:text-text max-md:h-10 max-md:w-10" aria-label={t('filter.takeOff', { name: t(`filter.word.${name}`) })} onClick={() => { setSearch((before) => withFilter(before, { [name]: '' }), { replace: true }); }}>
                    <Icon name="close" size={12} />
                  </button>
                </li>
              ))}
            </ul>
            <Button kind="quiet" size="small" onClick={() => { setSearch((before) => withoutFilter(before), { replace: true }); }}>{t('stats.clear')}</Button>
          </>
        ) : null}
      </div>
      {isOpen ? <FilterFields id={id} /> : null}
    </div>
  );
}
