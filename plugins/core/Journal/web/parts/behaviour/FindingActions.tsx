import { Button, ButtonLink, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import type { Finding } from '../../behaviour';
import { EvidenceDrawer } from './EvidenceDrawer';
import { useFeedback } from './useBehaviour';

/** What can be done with a finding: talk about it, see its trades, say whether it fits. */
export function FindingActions({ finding, brief = false }: { finding: Finding; brief?: boolean }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const feedback = useFeedback(finding.detector);
  const question = t('behaviour.question', { title: finding.title });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ButtonLink icon="chat" to={`/coach?ask=${encodeURIComponent(question)}`}>{t('dashboard.talk')}</ButtonLink>
      {finding.evidence.length > 0 ? <Button icon="evidence" aria-expanded={isOpen} onClick={() => { setOpen(true); }}>{t('behaviour.trades', { count: finding.evidence.length })}</Button> : null}
      {finding.feedback === 'not_me' ? (
        <Button kind="quiet" icon="undo" busy={feedback.isPending} onClick={() => { feedback.mutate(null); }}>{t('behaviour.takeBack')}</Button>
      ) : (
        <>
          {brief ? null : <Button kind="quiet" aria-pressed={finding.feedback === 'me'} icon={finding.feedback === 'me' ? 'check' : undefined} busy={feedback.isPending && feedback.variables !== 'not_me'} onClick={() => { feedback.mutate(finding.feedback === 'me' ? null : 'me'); }}>{t('behaviour.me')}</Button>}
          <Button kind="quiet" busy={feedback.isPending && feedback.variables === 'not_me'} onClick={() => { feedback.mutate('not_me'); }}>{t('behaviour.notMe')}</Button>
        </>
      )}
      {isOpen ? <EvidenceDrawer finding={finding} onClose={() => { setOpen(false); }} /> : null}
    </div>
  );
}
