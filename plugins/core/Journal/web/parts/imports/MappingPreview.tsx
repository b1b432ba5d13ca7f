import { api, ErrorState, Skeleton, Table, useFormat, useT, type Column } from '@aiwendy/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Inspection } from '../../imports';
import { journalKey, type Import, type ImportRow, type Page } from '../../journal';

/** The first rows as they are understood; the same import is read again and again, so each reading has a version. */
export function MappingPreview({ made, version }: { made: Import; version: number }) {
  const t = useT();
  const format = useFormat();
  const rows = useQuery({
    queryKey: [journalKey, 'import', made.id, 'first-rows', version],
    queryFn: ({ signal }) => api.get<Page<ImportRow>>(`/api/journal/imports/${made.id}/rows`, { query: { limit: '8' }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const columns: Column<ImportRow>[] = [
    { id: 'row', header: t('import.row'), align: 'right', cell: (row) => row.row },
    { id: 'at', header: t('fill.at'), cell: (row) => <span className="aw-num whitespace-nowrap">{row.executedAt ? format.dateTime(row.executedAt, { year: true, seconds: true }) : t(`verdict.${row.verdict}`)}</span> },
    { id: 'what', header: t('import.what'), cell: (row) => (row.symbol ? <span><b>{row.symbol}</b> {row.side ? t(`fill.${row.side}`) : ''} {row.quantity === null ? '' : format.quantity(row.quantity)}</span> : <span className="text-text-2">{[row.column, row.message].filter(Boolean).join(': ')}</span>) },
    { id: 'price', header: t('fill.price'), align: 'right', cell: (row) => (row.price === null ? '' : format.price(row.price)) },
    { id: 'fee', header: t('trade.fees'), align: 'right', hideOnPhone: true, cell: (row) => (row.fee === null ? '' : format.money(row.fee, row.currency ?? made.currency)) },
  ];
  return (
    <>
      {rows.isPending ? <Skeleton lines={5} /> : null}
      {rows.isError ? <ErrorState problem={rows.error} onRetry={() => void rows.refetch()} /> : null}
      {rows.data ? <Table label={t('wizard.preview')} columns={columns} rows={rows.data.items} rowKey={(row) => `${row.row}-${row.verdict}-${row.executedAt ?? ''}`} compact /> : null}
    </>
  );
}

/** The first rows as they stand in the file. */
export function SampleTable({ inspection }: { inspection: Inspection }) {
  const t = useT();
  const width = Math.max(inspection.headings.length, ...inspection.rows.map((row) => row.length));
  const columns: Column<{ index: number; cells: string[] }>[] = Array.from({ length: width }, (_, index) => ({
    id: String(index),
    header: inspection.headings[index]?.trim() || t('wizard.column', { number: index + 1 }),
    cell: (row) => <span className="whitespace-nowrap">{row.cells[index] ?? ''}</span>,
  }));
  return (
    <div className="overflow-x-auto" role="group" aria-label={t('wizard.sample')} tabIndex={0}>
      <div className="w-max min-w-full"><Table label={t('wizard.sample')} columns={columns} rows={inspection.rows.slice(0, 6).map((cells, index) => ({ index, cells }))} rowKey={(row) => String(row.index)} compact /></div>
    </div>
  );
}
