import { Button, Card, ErrorState, IconButton, Notice, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { administration, keys, type AuditCheck } from './api';
import { administrationTexts } from './texts';

// So many are checked in an instant; more only when somebody asks for it.
const atOnce = 20_000;
const nothing = { user: '', action: '', outcome: '', from: '', to: '' };

/** Whether the chain of entries is whole, up to which one. */
export function ChainCard() {
  const t = useT(administrationTexts);
  const [isAsked, setAsked] = useState(false);
  const newest = useQuery({ queryKey: [...keys.audit, 'newest'], queryFn: async ({ signal }) => (await administration.audit(nothing, null, signal)).items[0]?.sequence ?? 0 });
  const count = newest.data ?? 0;
  const check = useQuery({
    queryKey: [...keys.audit, 'check'],
    queryFn: administration.verify,
    enabled: isAsked || (count > 0 && count <= atOnce),
    staleTime: 60_000,
    retry: false,
  });
  return (
    <Card
      title={t('chain.title')}
      meta={t('chain.meta')}
      action={
        <Button
          size="small"
          icon="shield"
          busy={check.isFetching}
          disabled={newest.isSuccess && count === 0}
          onClick={() => {
            setAsked(true);
            void check.refetch();
          }}
        >
          {t('chain.check')}
        </Button>
      }
    >
      <div aria-live="polite">
        {newest.isPending && <Skeleton lines={2} />}
        {newest.isError && <ErrorState problem={newest.error} onRetry={() => void newest.refetch()} />}
        {newest.isSuccess && count === 0 && <p className="text-text-2">{t('chain.empty')}</p>}
        {count > 0 && check.isFetching && !check.data && <p className="text-text-2">{t('chain.checking')}</p>}
        {count > 0 && !check.isFetching && check.isPending && <p className="text-text-2">{t('chain.unchecked')}</p>}
        {check.isError && <ErrorState problem={check.error} onRetry={() => void check.refetch()} />}
        {check.data && <Verdict check={check.data} />}
      </div>
    </Card>
  );
}

function Verdict({ check }: { check: AuditCheck }) {
  const t = useT(administrationTexts);
  const format = useFormat();
  const when = format.dateTime(check.checkedAt, { seconds: true });
  if (!check.whole) {
    return (
      <div role="alert">
        <Notice tone="danger" title={t('chain.broken')}>
          {t('chain.brokenText', { fault: check.fault, count: check.entries, when })}
        </Notice>
      </div>
    );
  }
  const line = `${String(check.sequence)}:${check.hash}`;
  const copy = () => {
    void navigator.clipboard.writeText(line).then(() => toast(t('chain.copied')));
  };
  return (
    <Notice icon="check" title={t('chain.whole', { sequence: format.count(check.sequence) })}>
      {t('chain.wholeText', { count: check.entries, when })}
      <span className="in-seal">
        <span>{t('chain.keep')}</span>
        <code>{line}</code>
        <IconButton icon="copy" label={t('chain.copy')} onClick={copy} />
      </span>
    </Notice>
  );
}
