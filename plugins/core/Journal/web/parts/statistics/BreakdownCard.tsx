import { Badge, Card, ChartFrame, EmptyState, ErrorState, Segmented, Select, Skeleton, Table, useSearchParams, useT, type Column } from '@aiwendy/sdk';
import { dimensions, type Breakdown, type BreakdownCell, type Dimension } from '../../statistics';
import { BreakdownChart, type Measure } from './BreakdownChart';
import { BreakdownMoney } from './BreakdownMoney';
import { useBreakdown } from './useAnalysis';
import { useStatisticText } from './useStatisticText';

/** Closed trades by one property, each value beside all others. */
export function BreakdownCard() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('by');
  const dimension = dimensions.find((one) => one === asked) ?? 'symbol';
  const measure: Measure = search.get('measure') === 'mean' ? 'mean' : 'net';
  const breakdown = useBreakdown(dimension);
  const set = (name: string, value: string) => {
    setSearch((before) => { const next = new URLSearchParams(before); next.set(name, value); return next; }, { replace: true });
  };
  return (
    <Card title={t('stats.breakdown.title')} meta={breakdown.data ? t('stats.breakdown.trades', { count: breakdown.data.trades }) : undefined}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Select aria-label={t('stats.breakdown.by')} value={dimension} onChange={(value) => { set('by', value); }} options={dimensions.map((one) => ({ value: one, label: t(`stats.dimension.${one}`) }))} />
        <Segmented label={t('stats.breakdown.measure')} value={measure} onChange={(value) => { set('measure', value); }} options={[{ value: 'net', label: t('stats.breakdown.net') }, { value: 'mean', label: t('stats.breakdown.mean') }]} />
      </div>
      {breakdown.isPending ? <Skeleton lines={8} /> : null}
      {breakdown.isError ? <ErrorState problem={breakdown.error} onRetry={() => void breakdown.refetch()} /> : null}
      {breakdown.data?.cells.length === 0 ? <EmptyState icon="report">{t(emptyText(dimension))}</EmptyState> : null}
      {breakdown.data && breakdown.data.cells.length > 0 ? <Cells breakdown={breakdown.data} measure={measure} /> : null}
    </Card>
  );
}

function emptyText(dimension: Dimension): string {
  return dimension === 'tag' || dimension === 'setup' ? `stats.breakdown.none_${dimension}` : 'stats.breakdown.none';
}

function Cells({ breakdown, measure }: { breakdown: Breakdown; measure: Measure }) {
  const t = useT();
  const shown = breakdown.cells.filter((cell) => cell.shown !== 'hidden');
  const hidden = breakdown.cells.filter((cell) => cell.shown === 'hidden');
  return (
    <div className="grid gap-3">
      <ChartFrame table={<BreakdownTable breakdown={breakdown} />} legend={<span className="text-12 text-text-3">{t(`stats.breakdown.legend_${measure}`)}</span>}>
        {shown.length > 0 ? <BreakdownChart breakdown={breakdown} cells={shown} measure={measure} /> : null}
      </ChartFrame>
      {hidden.length > 0 ? <p className="text-12 text-text-3">{t('stats.breakdown.hidden', { cells: hidden.map((cell) => `${cell.label} (${cell.n})`).join(', ') })}</p> : null}
      <p className="max-w-[80ch] text-12 text-text-3">{t('stats.breakdown.corrected', { q: Math.round(breakdown.q * 100) })}</p>
    </div>
  );
}

function BreakdownTable({ breakdown }: { breakdown: Breakdown }) {
  const t = useT();
  const { format, number } = useStatisticText();
  const columns: Column<BreakdownCell>[] = [
    { id: 'label', header: t(`stats.dimension.${breakdown.dimension}`), cell: (cell) => <b className="font-semibold">{cell.label}</b> },
    { id: 'n', header: t('figure.trades'), align: 'right', cell: (cell) => format.count(cell.n) },
    { id: 'net', header: t('stats.breakdown.net'), align: 'right', cell: (cell) => <BreakdownMoney value={cell.net} breakdown={breakdown} /> },
    { id: 'mean', header: t('stats.breakdown.mean'), align: 'right', cell: (cell) => <BreakdownMoney value={cell.mean} breakdown={breakdown} /> },
    { id: 'interval', header: t('stats.breakdown.interval'), align: 'right', hideOnPhone: true, cell: (cell) => (cell.interval ? t('stats.between', { low: number(cell.interval.low, breakdown.unit, breakdown.currency), high: number(cell.interval.high, breakdown.unit, breakdown.currency) }) : format.ratio(null)) },
    { id: 'winRate', header: t('figure.win_rate'), align: 'right', hideOnPhone: true, cell: (cell) => format.percent(cell.winRate) },
    { id: 'profitFactor', header: t('figure.profit_factor'), align: 'right', hideOnPhone: true, cell: (cell) => format.ratio(cell.profitFactor) },
    { id: 'p', header: t('stats.breakdown.adjusted'), align: 'right', hideOnPhone: true, cell: (cell) => <Significance cell={cell} /> },
  ];
  return <Table label={t('stats.breakdown.title')} columns={columns} rows={breakdown.cells} rowKey={(cell) => cell.key} compact />;
}

/** The chance of such a difference after the correction; marked by a word where it is hardly chance. */
export function Significance({ cell }: { cell: BreakdownCell }) {
  const t = useT();
  const { format } = useStatisticText();
  const p = cell.adjusted ?? cell.pValue;
  if (p === null) {
    return format.ratio(null);
  }
  const text = p < 0.001 ? 'p < 0.001' : `p ${p.toFixed(3)}`;
  return cell.significant ? <Badge tone="accent" icon="evidence">{t('stats.breakdown.differs', { p: text })}</Badge> : <span className="text-text-3">{text}</span>;
}
