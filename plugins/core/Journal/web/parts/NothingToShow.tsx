import { Button, Card, EmptyState, useGlobalBar, useT } from '@aiwendy/sdk';
import type { StatisticFigures } from '../statistics';
import { NoneMatches } from './filter/NoneMatches';
import { useIsNarrowed } from './filter/useTradeQuery';
import { NoTrades } from './NoTrades';

/** Why there is no figure: the unit leaves every trade out, the filter lets none through, or there is none at all. */
export function NothingToShow({ statistics }: { statistics: StatisticFigures }) {
  const t = useT();
  const [{ unit }, change] = useGlobalBar();
  const isNarrowed = useIsNarrowed();
  const leftOut = statistics.figures['trades']?.coverage?.total ?? 0;
  if (leftOut > 0 && unit !== 'money') {
    return (
      <Card>
        <EmptyState icon="book" actions={<Button onClick={() => { change({ unit: 'money' }); }}>{t('trades.showMoney')}</Button>}>{t(`trades.none_${unit}`, { count: leftOut })}</EmptyState>
      </Card>
    );
  }
  return isNarrowed ? <NoneMatches /> : <NoTrades />;
}
