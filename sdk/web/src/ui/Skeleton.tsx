import { useT } from '../i18n/useT';

/** Lines that keep the place of what is loading; they appear after 200 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useT('kit');
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-3 p-4">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="aw-skeleton" style={{ width: `${92 - ((index * 23) % 45)}%` }} />
      ))}
    </div>
  );
}
