import { Grid } from '@aiwendy/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { journalKey } from '../../journal';
import { changeTrade, type Annotation, type Screenshot } from '../../model';
import { FeelingsCard, NotesCard, PlanCard } from './AnnotationCards';
import { ScreenshotsCard } from './ScreenshotsCard';
import { useDraft } from './useDraft';

/** What the person knows about a trade beside its fills: plan, notes, feelings, pictures. Mount it anew for another trade. */
export function TradeJournal({ tradeId, annotation, screenshots, children }: { tradeId: string; annotation: Annotation; screenshots: readonly Screenshot[]; children: ReactNode }) {
  const client = useQueryClient();
  const draft = useDraft<Annotation>(annotation, (patch) => changeTrade(tradeId, patch));

  // Lists, tags and results of playbooks follow, once the person is done with the trade.
  useEffect(
    () => () => {
      void client.invalidateQueries({ queryKey: [journalKey] });
    },
    [client],
  );

  return (
    <Grid className="mt-3">
      <div data-span={8} className="grid content-start gap-3">
        {children}
        <NotesCard draft={draft} savedAt={annotation.updatedAt} />
        <ScreenshotsCard tradeId={tradeId} screenshots={screenshots} />
      </div>
      <div data-span={4} className="grid content-start gap-3">
        <PlanCard draft={draft} />
        <FeelingsCard draft={draft} />
      </div>
    </Grid>
  );
}
