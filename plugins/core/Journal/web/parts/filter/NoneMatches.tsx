import { Button, Card, EmptyState, useSearchParams, useT } from '@aiwendy/sdk';
import { withoutFilter } from '../../filter';

/** The filter lets nothing through: say so, and take it off with one press. */
export function NoneMatches() {
  const t = useT();
  const [, setSearch] = useSearchParams();
  return (
    <Card>
      <EmptyState icon="filter" actions={<Button onClick={() => { setSearch((before) => withoutFilter(before), { replace: true }); }}>{t('stats.clear')}</Button>}>{t('trades.noneMatches')}</EmptyState>
    </Card>
  );
}
