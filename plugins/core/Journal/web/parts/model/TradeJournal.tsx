import { Grid } from '@aiwendy/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { journalKey } from '../../journal';
import { changeTrade, type Annotation, type Screenshot } from '../../model';
import { FeelingsCard, NotesCard, PlanCard } from './AnnotationCards';
import { ScreenshotsCard } from './ScreenshotsCard';
import { useDraft } from './useDraft';

export interface TradeJournalProps {
  tradeId: string;
  annotation: Annotation;
  screenshots: readonly Screenshot[];
  /** What stands above everything, told with the plan as it is being written. */
  head: (annotation: Annotation) => ReactNode;
  /** What stands above the notes. */
  children: (annotation: Annotation) => ReactNode;
}

/** What the person knows about a trade beside its fills: plan, notes, feelings, pictures. Mount it anew for another trade. */
export function TradeJournal({ tradeId, annotation, screenshots, head, children }: TradeJournalProps) {
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
    <>
      {head(draft.value)}
      <Grid className="mt-3">
        <div data-span={8} className="grid content-start gap-3">
          {children(draft.value)}
          <NotesCard draft={draft} savedAt={annotation.updatedAt} />
          <ScreenshotsCard tradeId={tradeId} screenshots={screenshots} />
        </div>
        <div data-span={4} className="grid content-start gap-3">
          <PlanCard draft={draft} />
          <FeelingsCard draft={draft} />
        </div>
      </Grid>
    </>
  );
}
