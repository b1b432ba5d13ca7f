import { Card, ErrorState, Notice, Skeleton, Switch, toast, useMe, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, keys, type Consent } from './api';
import { DeliveryCard } from './DeliveryCard';

/** Settings: whether the own use is counted, and for those who run it how the delivery goes. */
export default function AnalyticsPanel() {
  const t = useT();
  const me = useMe();
  const consent = useQuery({ queryKey: keys.consent, queryFn: ({ signal }) => calls.consent(signal) });
  return (
    <div className="grid gap-3">
      <Card title={t('own.title')}>
        {consent.isPending && <Skeleton lines={3} />}
        {consent.isError && <ErrorState problem={consent.error} onRetry={() => void consent.refetch()} />}
        {consent.data && <OwnChoice consent={consent.data} />}
      </Card>
      {me.data?.permissions.includes('analytics.manage') && <DeliveryCard />}
    </div>
  );
}

function OwnChoice({ consent }: { consent: Consent }) {
  const t = useT();
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: calls.choose,
    onSuccess: (answer) => {
      client.setQueryData(keys.consent, answer);
      void client.invalidateQueries({ queryKey: keys.delivery });
      toast(t(answer.personSends ? 'own.on' : 'own.off'));
    },
  });
  const isCounted = consent.personSends && consent.tenantSends && !consent.doNotTrack && consent.provider !== 'none';
  return (
    <div className="grid gap-3">
      <p className="text-text-2">{t('own.what')}</p>
      <p className="text-text-2">{t('own.never')}</p>
      <Switch
        label={t('own.switch')}
        help={t('own.help')}
        checked={choose.isPending ? choose.variables : consent.personSends}
        disabled={choose.isPending}
        onChange={(sends) => {
          choose.mutate(sends);
        }}
      />
      {choose.isError && <ErrorState problem={choose.error} />}
      {consent.doNotTrack && <Notice title={t('own.doNotTrack')}>{t('own.doNotTrackHelp')}</Notice>}
      {!consent.tenantSends && <Notice>{t('own.tenantOff')}</Notice>}
      {consent.provider === 'none' && <Notice>{t('own.noProvider')}</Notice>}
      {isCounted && <p className="text-12 text-text-3">{t('own.counted', { provider: t(`provider.${consent.provider}`) })}</p>}
    </div>
  );
}
