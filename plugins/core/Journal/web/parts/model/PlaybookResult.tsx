import { api, Button, Card, ErrorState, LowSampleBadge, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { journalKey } from '../../journal';
import type { HitRate, Playbook, PlaybookDetails } from '../../model';

/** A playbook with its win rate, and for each criterion the rate when it was followed and when it was not. */
export function PlaybookResult({ playbook, onEdit, onRemove }: { playbook: Playbook; onEdit: () => void; onRemove: () => void }) {
  const t = useT();
  const details = useQuery({ queryKey: [journalKey, 'playbook', playbook.id], queryFn: ({ signal }) => api.get<PlaybookDetails>(`/api/journal/playbooks/${playbook.id}`, { signal }) });
  return (
    <Card
      span={12}
      flush
      title={playbook.name}
      meta={t('playbooks.trades', { count: playbook.trades })}
      action={
        <span className="flex gap-1">
          <Button size="small" kind="quiet" icon="edit" onClick={onEdit}>{t('edit')}</Button>
          <Button size="small" kind="quiet" icon="trash" onClick={onRemove}>{t('remove')}</Button>
        </span>
      }
    >
      {playbook.description ? <p className="px-4 pb-3 whitespace-pre-line text-text-2 [overflow-wrap:anywhere]">{playbook.description}</p> : null}
      {details.isPending ? <Skeleton lines={3} /> : null}
      {details.isError ? <ErrorState problem={details.error} onRetry={() => void details.refetch()} /> : null}
      {details.data ? (
        <div className="aw-table-box">
          <table className="aw-table" aria-label={playbook.name}>
            <thead>
              <tr>
                <th scope="col">{t('playbooks.criterionColumn')}</th>
                <th scope="col" data-align="right">{t('playbooks.followed')}</th>
                <th scope="col" data-align="right">{t('playbooks.notFollowed')}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row" className="!text-text font-medium">{t('playbooks.all')}</th>
                <td data-align="right"><Rate rate={details.data.result} /></td>
                <td />
              </tr>
              {details.data.criteria.map((criterion) => (
                <tr key={criterion.id}>
                  <td className="[overflow-wrap:anywhere]">{criterion.text}</td>
                  <td data-align="right"><Rate rate={criterion.followed} /></td>
                  <td data-align="right"><Rate rate={criterion.notFollowed} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Card>
  );
}

function Rate({ rate }: { rate: HitRate }) {
  const t = useT();
  const format = useFormat();
  if (rate.winRate === null) {
    return <span className="text-text-3" title={t('reason.no_trades')}>–<span className="aw-vh">{t('reason.no_trades')}</span></span>;
  }
  const decided = rate.wins + rate.losses;
  return (
    <span className="inline-flex flex-wrap items-baseline justify-end gap-2 py-1">
      <b className="font-semibold">{format.percent(rate.winRate)}</b>
      <small className="text-12 text-text-3">{t('playbooks.of', { wins: rate.wins, decided })}</small>
      {rate.lowSample ? <LowSampleBadge n={decided} /> : <small className="text-12 text-text-3 max-md:hidden">{t('figure.interval', { level: 95, low: format.percent(rate.low), high: format.percent(rate.high) })}</small>}
    </span>
  );
}
