import { Notice, useFormat, useMe, usePlatform, useT } from '@aiwendy/sdk';

const lastDay = (end: string) => new Date(Date.parse(end) - 1).toISOString();

/** What whoever administers should know about the licence on every page of the administration: nothing while all is well. */
export function LicenceNotices() {
  const t = useT('shell');
  const format = useFormat();
  const me = useMe();
  const platform = usePlatform();
  const licence = platform.data?.licence;
  if (!licence || !me.data?.permissions.includes('platform.admin')) {
    return null;
  }
  const { state, expires, graceEnds } = licence;
  const name = licence.licensee ?? t('licence.unnamed');
  const day = (end: string | null | undefined) => (end ? format.date(lastDay(end), { year: true }) : '');
  return (
    <>
      {licence.development && <Notice tone="warn" icon="key" title={t('licence.development')}>{t('licence.developmentText')}</Notice>}
      {(state === 'expiring' || state === 'grace' || state === 'expired') && (
        <Notice tone={state === 'expired' ? 'danger' : 'warn'} icon="clock" title={t(`licence.${state}`, { name, when: day(expires) })}>
          {t(`licence.${state}Text`, { when: day(graceEnds) })}
        </Notice>
      )}
    </>
  );
}
