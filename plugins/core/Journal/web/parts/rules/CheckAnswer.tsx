import { Button, ErrorState, Field, Icon, Notice, Textarea, useFormat, useT, type IconName } from '@aiwendy/sdk';
import { useState } from 'react';
import type { Check } from '../../rules';
import { useOverride } from './useRules';

const looks: Record<Check['decision'], { tone: 'neutral' | 'warn'; icon: IconName }> = {
  allowed: { tone: 'neutral', icon: 'check' },
  warn: { tone: 'warn', icon: 'info' },
  confirm: { tone: 'warn', icon: 'warning' },
  blocked: { tone: 'warn', icon: 'stop' },
};

/** What a check answers: the word, each reason with its numbers, and what can be done. */
export function CheckAnswer({ check }: { check: Check }) {
  const t = useT();
  const format = useFormat();
  const look = looks[check.decision];
  return (
    <div className="mt-4 grid gap-3" role="status" data-decision={check.decision}>
      <Notice tone={look.tone} icon={look.icon} title={t(`rules.decision.${check.decision}`)}>{t(`rules.decisionText.${check.decision}`)}</Notice>
      {check.reasons.length > 0 ? (
        <ul className="divide-y divide-line rounded-md border border-line">
          {check.reasons.map((reason) => (
            <li key={reason.rule} className="flex items-start gap-3 px-3 py-2" data-rule={reason.rule}>
              <Icon name={reason.action === 'block' ? 'stop' : reason.action === 'confirm' ? 'warning' : 'info'} className="mt-0.5 shrink-0 text-warn" />
              <span className="min-w-0 flex-1">{reason.message}</span>
              <span className="text-12 text-text-3">{t(`rules.action.${reason.action}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {check.lock?.until ? <p className="text-12 text-text-3">{t('rules.lock.until', { time: format.dateTime(check.lock.until) })}</p> : null}
      {check.decision === 'confirm' || check.decision === 'warn' ? <Confirmation check={check} /> : null}
    </div>
  );
}

function Confirmation({ check }: { check: Check }) {
  const t = useT();
  const override = useOverride();
  const [note, setNote] = useState('');
  if (override.isSuccess) {
    return <p className="flex items-center gap-2 text-ok"><Icon name="check" />{t('rules.overridden')}</p>;
  }
  return (
    <form className="grid gap-2" onSubmit={(event) => { event.preventDefault(); override.mutate({ checkId: check.checkId, note: note.trim() }); }}>
      <Field label={t('rules.why')} help={t('rules.whyHelp')}><Textarea rows={2} maxLength={1000} value={note} onChange={(event) => { setNote(event.target.value); }} /></Field>
      {override.isError ? <ErrorState problem={override.error} /> : null}
      <div><Button type="submit" busy={override.isPending} disabled={note.trim() === ''}>{t('rules.override')}</Button></div>
    </form>
  );
}
