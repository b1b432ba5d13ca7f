import { Badge, ButtonLink, Card, EmptyState, ErrorState, IntervalPlot, Money, Skeleton, useFormat, useT, type IntervalRow } from '@aiwendy/sdk';
import type { AfterLoss, Figure } from '../journal';
import { useAfterLoss } from './useJournal';
import { useFigureText } from './useFigureText';

/** What happens after a loss, beside the same after a win: picture, size of the effect, cost, and a way to talk about it. */
export function FindingCard() {
  const t = useT();
  const finding = useAfterLoss();
  const rate = finding.data?.figures['reentry_after_loss_rate'];
  const p = finding.data?.figures['reentry_p_value'];
  return (
    <Card span={4} title={t('dashboard.finding')} action={rate && rate.value !== null && p && p.value !== null ? <Badge>p {p.value < 0.001 ? '< 0.001' : p.value.toFixed(3)} · n {rate.n}</Badge> : null}>
      {finding.isPending ? <Skeleton lines={5} /> : null}
      {finding.isError ? <ErrorState problem={finding.error} onRetry={() => void finding.refetch()} /> : null}
      {finding.data && (!rate || rate.value === null) ? <EmptyState>{t('dashboard.tooFewMeter', { n: rate?.n ?? 0 })}</EmptyState> : null}
      {finding.data && rate && rate.value !== null ? <Finding finding={finding.data} /> : null}
    </Card>
  );
}

function Finding({ finding }: { finding: AfterLoss }) {
  const t = useT();
  const format = useFormat();
  const { interval } = useFigureText();
  const { reentry_after_loss_rate: loss, reentry_after_win_rate: win, reentry_difference: difference, reentry_p_value: p, reentry_after_loss_net: net } = finding.figures;
  const rows = [rowOf(t('dashboard.afterLoss'), loss), rowOf(t('dashboard.afterWin'), win)].filter((row) => row !== null);
  return (
    <div className="grid gap-3">
      <h3 className="text-16 font-semibold">{t(headline(difference, p))}</h3>
      <p className="text-text-2">{t('dashboard.findingShare', { minutes: format.duration(finding.windowMinutes) })}</p>
      <IntervalPlot rows={rows} />
      {net ? (
        <p className="flex items-baseline justify-between gap-3 border-t border-line pt-3">
          <span>{t('dashboard.cost', { n: net.n })}<small className="block text-12 text-text-3">{interval(net)}</small></span>
          <Money value={net.value} currency={net.currency ?? finding.currency} />
        </p>
      ) : null}
      <div><ButtonLink icon="chat" to={`/coach?ask=${encodeURIComponent(t('dashboard.talkQuestion'))}`}>{t('dashboard.talk')}</ButtonLink></div>
    </div>
  );
}

function headline(difference: Figure | undefined, p: Figure | undefined): string {
  if (!difference || difference.value === null || !p || p.value === null || p.value >= 0.05) {
    return 'dashboard.findingSame';
  }
  return difference.value > 0 ? 'dashboard.findingFast' : 'dashboard.findingSlower';
}

function rowOf(label: string, figure: Figure | undefined): IntervalRow | null {
  if (!figure) {
    return null;
  }
  return { label, value: figure.value, low: figure.interval?.low ?? null, high: figure.interval?.high ?? null, k: Math.round(((figure.value ?? 0) * figure.n) / 100), n: figure.n };
}
