import { formatDate } from '../format/times';
import type { Unit } from '../hooks/globalBar';
import { useLanguage, useT } from '../i18n/useT';
import { Table } from '../ui/Table';
import { formatAmount } from './amount';
import type { EquityPoint } from './equity';

/** The same as the equity chart, in rows; the latest day first. */
export function EquityTable({ points, currency, unit = 'money' }: { points: readonly EquityPoint[]; currency: string; unit?: Unit }) {
  const t = useT('kit');
  const language = useLanguage();
  return (
    <div className="max-h-[320px] overflow-auto">
      <Table
        label={t('equity')}
        compact
        rows={[...points].reverse()}
        rowKey={(point) => point.date}
        columns={[
          { id: 'date', header: t('date'), cell: (point) => formatDate(`${point.date}T00:00:00Z`, 'UTC', language, { year: true }) },
          { id: 'equity', header: t('equity'), align: 'right', cell: (point) => formatAmount(point.equity, unit, currency, language) },
          {
            id: 'drawdown',
            header: t('drawdown'),
            align: 'right',
            cell: (point) => formatAmount(point.drawdown === 0 ? 0 : -Math.abs(point.drawdown), unit, currency, language),
          },
        ]}
      />
    </div>
  );
}
