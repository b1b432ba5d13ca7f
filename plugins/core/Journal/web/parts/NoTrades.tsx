import { Button, ButtonLink, Card, EmptyState, toast, toProblem, useGlobalBar, useT } from '@aiwendy/sdk';
import { useLoadSample } from './useSample';

/** No trades: widen the filter when one is set, otherwise begin. */
export function NoTrades() {
  const t = useT();
  const [bar, change] = useGlobalBar();
  const sample = useLoadSample();
  const isFiltered = bar.period !== 'all' || bar.account !== null || bar.currency !== null;
  return (
    <Card>
      <EmptyState
        icon="book"
        actions={
          isFiltered ? (
            <Button onClick={() => { change({ period: 'all', account: null, currency: null }); }}>{t('trades.showAll')}</Button>
          ) : (
            <>
              <Button busy={sample.isPending} onClick={() => { sample.mutate(undefined, { onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); } }); }}>{t('welcome.open')}</Button>
              <ButtonLink icon="import" to="/import">{t('command.import')}</ButtonLink>
            </>
          )
        }
      >
        {isFiltered ? t('trades.noneInPeriod') : t('trades.none')}
      </EmptyState>
    </Card>
  );
}
