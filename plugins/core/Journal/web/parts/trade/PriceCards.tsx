import { api, Badge, Card, ErrorState, FileDrop, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { journalKey, type Fill, type Trade } from '../../journal';
import type { Annotation } from '../../model';
import { riskOf, type TradePrices } from '../../prices';
import { useRefreshJournal } from '../useJournal';
import { ExcursionBar } from './ExcursionBar';
import { PriceChart } from './PriceChart';

/** The price around a trade with its fills and plan, and how far it went, above what else there is; without prices, below it, the way to bring some. */
export function PriceCards({ trade, fills, plan, children }: { trade: Trade; fills: readonly Fill[]; plan: Pick<Annotation, 'plannedStop' | 'plannedTarget'>; children: ReactNode }) {
  const t = useT();
  const prices = useQuery({
    queryKey: [journalKey, 'prices', trade.id],
    queryFn: ({ signal }) => api.get<TradePrices>(`/api/journal/trades/${encodeURIComponent(trade.id)}/prices`, { signal }),
  });
  const excursion = prices.data?.excursion ?? null;
  const isEmpty = prices.data?.items.length === 0;
  return (
    <>
      {isEmpty ? children : null}
      <Card title={t('prices.title')} meta={trade.symbol} data-testid="prices">
        {prices.isPending ? <Skeleton lines={7} /> : null}
        {prices.isError ? <ErrorState problem={prices.error} onRetry={() => void prices.refetch()} /> : null}
        {prices.data && prices.data.items.length > 0 ? <PriceChart bars={prices.data.items} trade={trade} fills={fills} plan={plan} /> : null}
        {isEmpty ? <BringPrices symbol={trade.symbol} /> : null}
      </Card>
      {excursion ? (
        <Card title={t('prices.excursions')} meta={t('prices.excursionsMeta')} action={excursion.isApproximate ? <Badge>{t('prices.approximate')}</Badge> : null}>
          <ExcursionBar excursion={excursion} trade={trade} risk={riskOf(trade, plan.plannedStop)} />
        </Card>
      ) : null}
      {isEmpty ? null : children}
    </>
  );
}

function BringPrices({ symbol }: { symbol: string }) {
  const t = useT();
  const { zone } = useFormat();
  const refresh = useRefreshJournal();
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      // Fields go first: the server reads the form as a stream.
      form.set('symbol', symbol);
      form.set('timeZone', zone);
      form.set('file', file);
      return api.post<{ bars: number }>('/api/journal/price-bars', form);
    },
    onSuccess: async ({ bars }) => {
      await refresh();
      toast(t('prices.brought', { count: bars }));
    },
  });
  return (
    <div className="grid gap-2">
      <p className="text-text-2">{t('prices.none', { symbol })}</p>
      <FileDrop title={t('prices.drop')} accept=".csv,.txt,.tsv" busy={upload.isPending} onFiles={([file]) => { if (file) { upload.mutate(file); } }}>{t('prices.kinds', { zone: zone.replaceAll('_', ' ') })}</FileDrop>
      {upload.isError ? <ErrorState problem={upload.error} /> : null}
    </div>
  );
}
