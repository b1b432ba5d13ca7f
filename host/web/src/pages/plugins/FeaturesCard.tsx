import { Card, EmptyState, ErrorState, Icon, Skeleton, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { featuresKey, licenceCalls, type Feature } from './licenceApi';
import { adminTexts } from './texts';

/** Every feature, whether it is on, and why. */
export function FeaturesCard() {
  const t = useT(adminTexts);
  const features = useQuery({ queryKey: featuresKey, queryFn: ({ signal }) => licenceCalls.features(signal) });
  return (
    <Card title={t('features.title')} flush>
      {features.isPending && <Skeleton lines={4} />}
      {features.isError && <ErrorState problem={features.error} onRetry={() => void features.refetch()} />}
      {features.isSuccess &&
        (features.data.items.length === 0 ? (
          <EmptyState icon="plugin">{t('features.none')}</EmptyState>
        ) : (
          <ul className="ad-features">
            {features.data.items.map((feature) => (
              <FeatureRow key={feature.key} feature={feature} />
            ))}
          </ul>
        ))}
    </Card>
  );
}

function FeatureRow({ feature }: { feature: Feature }) {
  const t = useT(adminTexts);
  const key = `features.reasons.${feature.reason}`;
  const text = t(key, { entitlement: feature.entitlement ?? feature.key, variable: feature.variable });
  return (
    <li>
      <span className="ad-onoff" data-on={feature.isOn || undefined}>
        <Icon name={feature.isOn ? 'check' : 'minus'} />
        {t(feature.isOn ? 'features.on' : 'features.off')}
      </span>
      <code>{feature.key}</code>
      <span className="ad-reason">
        {text === key ? feature.reason : text}
        {feature.isReadOnly && ` · ${t('features.readOnly')}`}
      </span>
    </li>
  );
}
