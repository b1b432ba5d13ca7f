import { Card, EmptyState, EquityChart, ErrorState, Skeleton, useFormat, useGlobalBar, useT } from '@aiwendy/sdk';
import { useEquity } from './useJournal';

/** The course of the account with its drawdown. */
export function EquityCard() {
  const t = useT();
  const format = useFormat();
  const [{ unit }] = useGlobalBar();
  const equity = useEquity();
  const balance = equity.data?.startBalance;
  const meta = unit !== 'money' ? t(`dashboard.equity_${unit}`) : equity.data && balance ? t('dashboard.equityFrom', { balance: format.money(balance, equity.data.currency, { whole: true }) }) : t('dashboard.equityBare');
  return (
    <Card span={8} title={t('dashboard.equity')} meta={meta}>
      {equity.isPending ? <Skeleton lines={8} /> : null}
      {equity.isError ? <ErrorState problem={equity.error} onRetry={() => void equity.refetch()} /> : null}
      {equity.data?.points.length === 0 ? <EmptyState>{t(unit === 'money' ? 'dashboard.noEquity' : `dashboard.noEquity_${unit}`)}</EmptyState> : null}
      {equity.data && equity.data.points.length > 0 ? <EquityChart points={equity.data.points} currency={equity.data.currency} unit={unit} /> : null}
    </Card>
  );
}
