import { Button, Card, EmptyState, ErrorState, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { administration, keys } from './api';
import { usePersonName } from './people';
import { administrationTexts } from './texts';

const few = 10;

/** Who changed settings here. */
export function SettingHistory() {
  const t = useT(administrationTexts);
  const format = useFormat();
  const nameOf = usePersonName();
  const [isOpen, setOpen] = useState(false);
  const history = useQuery({ queryKey: keys.history, queryFn: ({ signal }) => administration.history(signal) });
  const items = history.data?.items ?? [];
  const value = (text: string | null) => (text === null ? <i className="not-italic text-text-3">{t('history.default')}</i> : <code>{text}</code>);
  return (
    <Card title={t('history.title')} meta={t('history.meta')}>
      {history.isPending && <Skeleton lines={3} />}
      {history.isError && <ErrorState problem={history.error} onRetry={() => void history.refetch()} />}
      {history.isSuccess && items.length === 0 && <EmptyState icon="clock">{t('history.none')}</EmptyState>}
      <ul className="in-list" data-testid="setting-history">
        {(isOpen ? items : items.slice(0, few)).map((change, index) => (
          <li key={`${change.key}-${change.at}-${index}`} className="in-change">
            <code>{change.key}</code>
            <span className="in-change-values">
              {value(change.before)}
              <span className="text-text-3" aria-hidden="true">
                {'\u2192'}
              </span>
              {value(change.after)}
            </span>
            <span className="text-12 text-text-3">{`${nameOf(change)} · ${format.dateTime(change.at)}`}</span>
          </li>
        ))}
      </ul>
      {!isOpen && items.length > few && (
        <Button
          size="small"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('history.more', { count: items.length })}
        </Button>
      )}
    </Card>
  );
}
