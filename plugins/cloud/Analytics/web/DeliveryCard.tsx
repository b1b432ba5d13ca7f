import { Card, ErrorState, Kpi, KpiRow, Notice, Skeleton, Switch, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, keys, type Delivery } from './api';

/** How the delivery goes, and the switch for everybody. */
export function DeliveryCard() {
  const t = useT();
  const client = useQueryClient();
  const delivery = useQuery({ queryKey: keys.delivery, queryFn: ({ signal }) => calls.delivery(signal), refetchInterval: 15_000 });
  const choose = useMutation({
    mutationFn: calls.chooseForTenant,
    onSuccess: (answer) => {
      client.setQueryData(keys.delivery, answer);
      void client.invalidateQueries({ queryKey: keys.consent });
    },
  });
  return (
    <>
      <Card title={t('tenant.title')}>
        {delivery.isPending && <Skeleton lines={3} />}
        {delivery.isError && <ErrorState problem={delivery.error} onRetry={() => void delivery.refetch()} />}
        {delivery.data && (
          <div className="grid gap-3">
            <Target delivery={delivery.data} />
            <Switch
              label={t('tenant.switch')}
              help={t('tenant.help')}
              checked={choose.isPending ? choose.variables : delivery.data.tenantSends}
              disabled={choose.isPending}
              onChange={(sends) => {
                choose.mutate(sends);
              }}
            />
            {choose.isError && <ErrorState problem={choose.error} />}
          </div>
        )}
      </Card>
      {delivery.data && <Figures delivery={delivery.data} />}
    </>
  );
}

function Target({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const format = useFormat();
  if (delivery.problem) {
    return (
      <Notice tone="warn" title={t('tenant.problem')}>
        {delivery.problem}
      </Notice>
    );
  }
  if (delivery.provider === 'none') {
    return <Notice>{t('own.noProvider')}</Notice>;
  }
  return (
    <>
      <p className="text-text-2">{t('tenant.target', { provider: t(`provider.${delivery.provider}`), host: delivery.host })}</p>
      {delivery.lastError && (
        <Notice tone="warn" title={t('tenant.failing')}>
          {delivery.lastError}
          {delivery.nextAttemptAt && ` ${t('tenant.next', { time: format.time(delivery.nextAttemptAt, { seconds: true }) })}`}
        </Notice>
      )}
    </>
  );
}

function Figures({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const format = useFormat();
  return (
    <KpiRow label={t('figures')}>
      <Kpi label={t('figure.delivered')} value={format.count(delivery.delivered)} context={delivery.lastDeliveredAt ? t('figure.last', { time: format.dateTime(delivery.lastDeliveredAt) }) : t('figure.never')} />
      <Kpi label={t('figure.pending')} value={format.count(delivery.pending)} context={t('figure.limit', { number: format.count(delivery.limit) })} />
      <Kpi label={t('figure.dropped')} how={t('how.dropped')} value={format.count(delivery.dropped)} />
      <Kpi label={t('figure.dead')} how={t('how.dead')} value={format.count(delivery.dead)} context={t('figure.deadPeriod')} />
    </KpiRow>
  );
}
