import { Card, dayKey, EmptyState, ErrorState, Field, Input, Select, Skeleton, Signed, signOf, Table, Undefined, useFormat, useSearchParams, useT, type Column } from '@aiwendy/sdk';
import { comparisons, periodsAround, periodsOf, type ComparisonKind, type Periods } from '../../periods';
import { figureGroups, type Comparison, type StatisticFigure } from '../../statistics';
import { useLatestTrade } from '../useJournal';
import { useComparison } from './useAnalysis';
import { signMeaning, useStatisticText } from './useStatisticText';

type Row = Comparison['differences'][number];

/** Two periods side by side, each figure with its difference. */
export function CompareCard() {
  const t = useT();
  const format = useFormat();
  const latest = useLatestTrade();
  const newest = latest.data?.items[0];
  if (latest.isPending) {
    return <Card flush><Skeleton lines={8} /></Card>;
  }
  if (latest.isError) {
    return <Card title={t('stats.compare.title')}><ErrorState problem={latest.error} onRetry={() => void latest.refetch()} /></Card>;
  }
  return <Compared day={dayKey(newest?.closedAt ?? new Date(), format.zone)} />;
}

function Compared({ day }: { day: string }) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const kind: ComparisonKind = comparisons.find((one) => one === search.get('compare')) ?? 'month';
  const around = periodsAround(kind === 'custom' ? 'month' : kind, day);
  const periods = kind === 'custom' ? periodsOf(search, around) : around;
  const comparison = useComparison(periods);
  const set = (changes: Record<string, string>) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      Object.entries(changes).forEach(([name, value]) => { next.set(name, value); });
      return next;
    }, { replace: true });
  };
  const choose = (value: string) => {
    set(value === 'custom' ? { compare: value, aFrom: periods.from, aTo: periods.to, bFrom: periods.otherFrom, bTo: periods.otherTo } : { compare: value });
  };
  const isEmpty = comparison.data && comparison.data.figures['trades']?.value === 0 && comparison.data.otherFigures['trades']?.value === 0;
  return (
    <div className="grid gap-3">
      <Card title={t('stats.compare.title')}>
        <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-5">
          <Field className="col-span-2 lg:col-span-1" label={t('stats.compare.what')}><Select wide value={kind} onChange={choose} options={comparisons.map((one) => ({ value: one, label: t(`stats.compare.kind.${one}`) }))} /></Field>
          {([['aFrom', 'from'], ['aTo', 'to'], ['bFrom', 'otherFrom'], ['bTo', 'otherTo']] as const).map(([name, end]) => (
            <Field key={name} label={t(`stats.compare.${end}`)}>
              <Input type="date" value={periods[end]} readOnly={kind !== 'custom'} onChange={(event) => { if (event.target.value) { set({ [name]: event.target.value }); } }} />
            </Field>
          ))}
        </div>
      </Card>
      {comparison.isPending ? <Card flush><Skeleton lines={10} /></Card> : null}
      {comparison.isError ? <Card><ErrorState problem={comparison.error} onRetry={() => void comparison.refetch()} /></Card> : null}
      {isEmpty ? <Card><EmptyState icon="calendar">{t('stats.compare.none')}</EmptyState></Card> : null}
      {comparison.data && !isEmpty ? <Groups comparison={comparison.data} periods={periods} /> : null}
    </div>
  );
}

function Groups({ comparison, periods }: { comparison: Comparison; periods: Periods }) {
  const t = useT();
  const byId = new Map(comparison.differences.map((row) => [row.id, row]));
  return (
    <div className="gap-3 xl:columns-2">
      {figureGroups.map((group) => {
        const rows = group.figures.map((id) => byId.get(id)).filter((row) => row !== undefined);
        return rows.length === 0 ? null : <Card key={group.id} flush className="mb-3 break-inside-avoid" title={t(`stats.group.${group.id}`)}><ComparedFigures label={t(`stats.group.${group.id}`)} rows={rows} comparison={comparison} periods={periods} /></Card>;
      })}
    </div>
  );
}

function ComparedFigures({ label, rows, comparison, periods }: { label: string; rows: readonly Row[]; comparison: Comparison; periods: Periods }) {
  const t = useT();
  const { number } = useStatisticText();
  const { currency } = comparison;
  const value = (row: Row, figure: StatisticFigure | undefined) => {
    const given = figure?.value ?? null;
    return given === null ? <Undefined reason={figure?.reasonText ?? undefined} /> : <span className="aw-num">{number(signMeaning(row.id) === 'lost' ? -given : given, row.unit, currency)}</span>;
  };
  const columns: Column<Row>[] = [
    { id: 'figure', header: t('stats.compare.figure'), cell: (row) => <span className="block py-1 text-text-2">{row.label}</span> },
    { id: 'value', header: <PeriodName name={t('stats.compare.first')} from={periods.from} to={periods.to} />, align: 'right', cell: (row) => value(row, comparison.figures[row.id]) },
    { id: 'other', header: <PeriodName name={t('stats.compare.second')} from={periods.otherFrom} to={periods.otherTo} />, align: 'right', cell: (row) => value(row, comparison.otherFigures[row.id]) },
    { id: 'difference', header: t('stats.compare.difference'), align: 'right', cell: (row) => <Difference row={row} currency={currency} /> },
  ];
  return <Table label={label} compact columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function PeriodName({ name, from, to }: { name: string; from: string; to: string }) {
  return <span title={`${from} – ${to}`}>{name}</span>;
}

/** Coloured only where more or less is plainly a gain or a loss. */
function Difference({ row, currency }: { row: Row; currency: string | null }) {
  const t = useT();
  const { number } = useStatisticText();
  const meaning = signMeaning(row.id);
  // The difference of two percentages is points, not percent.
  const points = (text: string) => (row.unit === 'percent' ? t('stats.compare.points', { value: text.replace('%', '') }) : text);
  if (row.difference === null) {
    return <Undefined reason={t('stats.compare.noDifference')} />;
  }
  if (row.difference === 0) {
    return <span className="aw-num text-text-3">{points(number(0, row.unit, currency))}</span>;
  }
  const difference = meaning === 'lost' ? -row.difference : row.difference;
  const text = number(difference, row.unit, currency, { signed: true });
  const written = points(difference > 0 && !text.startsWith('+') ? `+${text}` : text);
  return meaning === 'none' ? <span className="aw-num">{written}</span> : <Signed sign={signOf(difference)} text={written} />;
}
