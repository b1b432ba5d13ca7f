import { Card, ErrorState, Skeleton, usePlatform, useT } from '@aiwendy/sdk';
import type { ReactNode } from 'react';

/** What runs here: version, mode, licence, and where the API is described. */
export function AboutPanel() {
  const t = useT('shell');
  const platform = usePlatform();
  if (platform.isPending) {
    return <Skeleton lines={4} />;
  }
  if (platform.isError) {
    return <ErrorState problem={platform.error} onRetry={() => void platform.refetch()} />;
  }
  const { name, version, deploymentMode, authRequired, licence } = platform.data;
  const licenceKey = `settings.licences.${licence.state}`;
  const known = t(licenceKey);
  const state = known === licenceKey ? licence.state : known;
  const rows: [string, ReactNode][] = [
    [t('settings.version'), `${name} ${version}`],
    [t('settings.mode'), t(`settings.modes.${deploymentMode}`)],
    [t('settings.signIn'), authRequired ? t('settings.signInRequired') : t('settings.signInNone')],
    [t('settings.licence'), licence.development ? t('settings.licenceDevelopment', { state }) : state],
    [
      t('settings.api'),
      <a key="api" className="aw-link" href="/docs" target="_blank" rel="noreferrer">
        {t('settings.openApi')}
      </a>,
    ],
  ];
  return (
    <Card title={t('settings.about')}>
      <dl className="aw-kv">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
