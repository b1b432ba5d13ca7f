import { Card, Table, useFormat, useT, type Column } from '@aiwendy/sdk';
import type { ModelShare, UsageShare } from './api';

interface ShareTableProps {
  title: string;
  head: string;
  countHead: string;
  rows: readonly UsageShare[];
  none: string;
  nameOf?: (key: string) => string;
}

/** The parts of a sum, most first. */
export function ShareTable({ title, head, countHead, rows, none, nameOf }: ShareTableProps) {
  const format = useFormat();
  const columns: Column<UsageShare>[] = [
    { id: 'name', header: head, cell: (row) => row.name ?? nameOf?.(row.key) ?? row.key },
    { id: 'count', header: countHead, align: 'right', cell: (row) => format.count(row.count) },
  ];
  return (
    <Card span={6} title={title} flush={rows.length > 0}>
      {rows.length === 0 ? <p className="text-text-2">{none}</p> : <Table label={title} columns={columns} rows={rows} rowKey={(row) => row.key} compact />}
    </Card>
  );
}

/** Calls to models by kind. */
export function ModelTable({ rows }: { rows: readonly ModelShare[] }) {
  const t = useT();
  const format = useFormat();
  const columns: Column<ModelShare>[] = [
    { id: 'kind', header: t('table.model'), cell: (row) => t(`kind.${row.kind}`, { defaultValue: row.kind }) },
    { id: 'calls', header: t('table.calls'), align: 'right', cell: (row) => format.count(row.calls) },
    { id: 'tokens', header: t('table.tokens'), align: 'right', cell: (row) => format.count(row.tokens) },
  ];
  return (
    <Card span={6} title={t('table.models')} flush={rows.length > 0}>
      {rows.length === 0 ? <p className="text-text-2">{t('none.models')}</p> : <Table label={t('table.models')} columns={columns} rows={rows} rowKey={(row) => row.kind} compact />}
    </Card>
  );
}
