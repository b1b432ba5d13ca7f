import { Card, ErrorState, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { administration, keys, type Limits } from './api';
import { addAdministrationTexts, administrationTexts } from './texts';
import './administration.css';

addAdministrationTexts();

const named: Record<number, string> = { 60: 'minute', 3600: 'hour', 86_400: 'day' };

/** How much of his limits a person has used, or that there are none. */
export function LimitsCard() {
  const t = useT(administrationTexts);
  const limits = useQuery({ queryKey: keys.limits, queryFn: ({ signal }) => administration.limits(signal), refetchInterval: 30_000 });
  return (
    <Card title={t('limits.title')}>
      {limits.isPending && <Skeleton lines={1} />}
      {limits.isError && <ErrorState problem={limits.error} onRetry={() => void limits.refetch()} />}
      {limits.data?.enabled === false && <p className="text-text-2">{t('limits.none')}</p>}
      {limits.data?.enabled && limits.data.items.length === 0 && <p className="text-text-2">{t('limits.unused')}</p>}
      <ul className="in-list">
        {limits.data?.items.map((limit) => (
          <LimitRow key={limit.policy} limit={limit} />
        ))}
      </ul>
    </Card>
  );
}

function LimitRow({ limit }: { limit: Limits['items'][number] }) {
  const t = useT(administrationTexts);
  const format = useFormat();
  const key = `limits.policies.${limit.policy}`;
  const known = t(key);
  const name = known === key ? limit.policy : known;
  const span = (seconds: number) => format.duration(seconds / 60);
  const window = named[limit.windowSeconds];
  const every = t('limits.window', { window: window ? t(`limits.windows.${window}`) : t('limits.windows.other', { span: span(limit.windowSeconds) }) });
  const used = t('limits.used', { used: format.count(limit.used), limit: format.count(limit.limit) });
  const share = limit.limit > 0 ? Math.min(100, (100 * limit.used) / limit.limit) : 100;
  const facts = [t('limits.left', { count: limit.remaining }), limit.used === 0 ? t('limits.untouched') : t('limits.reset', { span: span(limit.resetSeconds) })];
  return (
    <li className="in-limit">
      <span className="font-medium">{name}</span>
      <span className="aw-num">{`${used} ${every}`}</span>
      <span
        className="in-meter"
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={limit.limit}
        aria-valuenow={Math.min(limit.used, limit.limit)}
        aria-valuetext={`${used} ${every}`}
        data-full={limit.remaining === 0 || undefined}
      >
        <span style={{ width: `${String(share)}%` }} />
      </span>
      <span className="text-12 text-text-3">{facts.join(' · ')}</span>
    </li>
  );
}
