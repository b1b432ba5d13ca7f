import { Button, Card, ConfirmDialog, ErrorState, Notice, Select, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import { useLock, useSetLock } from './useRules';

const lengths = ['15', '30', '60', '120', '240', '1440'];

/** A pause that one can not lift early: that is its point. */
export function LockCard() {
  const t = useT();
  const format = useFormat();
  const lock = useLock();
  const set = useSetLock();
  const [minutes, setMinutes] = useState('30');
  const [isAsking, setAsking] = useState(false);
  const length = format.duration(Number(minutes));
  return (
    <Card title={t('rules.lock.title')}>
      {lock.isPending ? <Skeleton lines={2} /> : null}
      {lock.isError ? <ErrorState problem={lock.error} onRetry={() => void lock.refetch()} /> : null}
      {lock.data?.locked && lock.data.until ? (
        <Notice icon="lock" title={t('rules.lock.until', { time: format.dateTime(lock.data.until) })}>{t('rules.lock.left', { time: format.duration(lock.data.remainingMinutes) })}</Notice>
      ) : null}
      {lock.data ? (
        <>
          <p className={lock.data.locked ? 'my-3 text-text-2' : 'mb-3 text-text-2'}>{t('rules.lock.lead')}</p>
          <div className="flex flex-wrap items-center gap-2">
            <Select aria-label={t('rules.lock.length')} value={minutes} onChange={setMinutes} options={lengths.map((value) => ({ value, label: format.duration(Number(value)) }))} />
            <Button icon="lock" onClick={() => { setAsking(true); }}>{t(lock.data.locked ? 'rules.lock.longer' : 'rules.lock.start')}</Button>
          </div>
        </>
      ) : null}
      {set.isError ? <ErrorState problem={set.error} /> : null}
      <ConfirmDialog
        open={isAsking}
        title={t('rules.lock.confirmTitle', { length })}
        confirm={t('rules.lock.start')}
        busy={set.isPending}
        destructive={false}
        onClose={() => { setAsking(false); }}
        onConfirm={() => { set.mutate(Number(minutes), { onSettled: () => { setAsking(false); } }); }}
      >
        {t('rules.lock.confirm')}
      </ConfirmDialog>
    </Card>
  );
}
