import { Button, ButtonLink, Notice, toast, toProblem, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { journalKey, listAccounts } from '../journal';
import { useLoadSample, useRemoveSample } from './useSample';

/** Says that what one sees is a sample, and takes it away with one click. */
export function SampleNotice() {
  const t = useT();
  const accounts = useQuery({ queryKey: [journalKey, 'accounts'], queryFn: ({ signal }) => listAccounts(signal) });
  const remove = useRemoveSample();
  const load = useLoadSample();
  if (!accounts.data?.some((account) => account.isSample && account.executions > 0)) {
    return null;
  }
  const takeAway = () => {
    remove.mutate(undefined, {
      onSuccess: () => { toast(t('sample.removed'), { action: { label: t('undo'), run: () => { load.mutate(); } } }); },
      onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
    });
  };
  return (
    <div className="mb-3">
      <Notice>
        <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="flex-1 basis-72">{t('sample.notice')}</span>
          <span className="flex flex-wrap gap-2">
            <Button size="small" icon="trash" busy={remove.isPending} onClick={takeAway}>{t('sample.remove')}</Button>
            <ButtonLink size="small" icon="import" to="/import">{t('command.import')}</ButtonLink>
          </span>
        </span>
      </Notice>
    </div>
  );
}
