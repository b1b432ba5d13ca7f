import { Button, Dialog, Field, IconButton, Input, Textarea, toProblem, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import type { Playbook } from '../../model';

export interface PlaybookInput {
  name: string;
  description: string | null;
  criteria: { id: string | null; text: string }[];
}

/** Name, description and criteria of a playbook; a criterion keeps its id, so that what was ticked stays ticked. */
export function PlaybookDialog({ playbook, busy, problem, onClose, onSave }: { playbook: Playbook | null; busy: boolean; problem: unknown; onClose: () => void; onSave: (input: PlaybookInput) => void }) {
  const t = useT();
  const [name, setName] = useState(playbook?.name ?? '');
  const [description, setDescription] = useState(playbook?.description ?? '');
  const [criteria, setCriteria] = useState<{ id: string | null; text: string }[]>(playbook?.criteria ?? [{ id: null, text: '' }]);
  const set = (index: number, text: string) => { setCriteria(criteria.map((one, i) => (i === index ? { ...one, text } : one))); };
  const save = () => { onSave({ name, description: description || null, criteria: criteria.filter((one) => one.text.trim()) }); };
  return (
    <Dialog
      open
      onClose={onClose}
      title={playbook ? t('playbooks.edit') : t('playbooks.add')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={!name.trim()} onClick={save}>{t('save')}</Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={t('playbooks.name')} error={problem ? toProblem(problem).message : null}>
          <Input value={name} maxLength={80} onChange={(event) => { setName(event.target.value); }} />
        </Field>
        <Field label={t('playbooks.description')} optional>
          <Textarea rows={3} maxLength={5000} value={description} onChange={(event) => { setDescription(event.target.value); }} />
        </Field>
        <fieldset className="grid gap-2">
          <legend className="aw-field-label mb-1">{t('playbooks.criteria')}</legend>
          {criteria.map((one, index) => (
            <div key={one.id ?? `new-${index}`} className="flex items-center gap-1">
              <Input className="flex-1" maxLength={200} aria-label={t('playbooks.criterion', { number: index + 1 })} placeholder={t('playbooks.criterionPlaceholder')} value={one.text} onChange={(event) => { set(index, event.target.value); }} />
              <IconButton icon="trash" label={t('playbooks.removeCriterion', { number: index + 1 })} onClick={() => { setCriteria(criteria.filter((_, i) => i !== index)); }} />
            </div>
          ))}
          {criteria.length < 20 ? <div><Button size="small" icon="plus" onClick={() => { setCriteria([...criteria, { id: null, text: '' }]); }}>{t('playbooks.addCriterion')}</Button></div> : null}
        </fieldset>
      </div>
    </Dialog>
  );
}
