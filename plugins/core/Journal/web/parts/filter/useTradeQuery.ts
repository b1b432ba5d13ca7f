import { useGlobalBar, useSearchParams } from '@aiwendy/sdk';
import { filterNames, queryOf } from '../../filter';

/** What the bar and the page's filter let through, as a query of the API. */
export function useTradeQuery(): Record<string, string | undefined> {
  const [bar] = useGlobalBar();
  const [search] = useSearchParams();
  return queryOf(bar, search);
}

/** Whether the page's own filter lets only some trades through. */
export function useIsNarrowed(): boolean {
  const [search] = useSearchParams();
  return filterNames.some((name) => search.get(name));
}
