import { Card, Checkbox, Field, Input, Link, Select, useFormat, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import { typedNumber, type Annotation } from '../../model';
import { NoteField } from './NoteField';
import { SaveMark } from './SaveMark';
import { Scale } from './Scale';
import type { Draft } from './useDraft';
import { usePlaybooks, useProjects, useTags } from './useModel';
import { Words } from './Words';

interface Props {
  draft: Draft<Annotation>;
  savedAt: string | null;
}

/** Notes and tags of a trade. */
export function NotesCard({ draft, savedAt }: Props) {
  const t = useT();
  const tags = useTags();
  const { value, change, flush } = draft;
  return (
    <Card title={t('annotate.notes')} action={<SaveMark draft={draft} savedAt={savedAt} />}>
      <div className="grid gap-4">
        <NoteField label={t('annotate.note')} value={value.note} placeholder={t('annotate.notePlaceholder')} onChange={(note) => { change({ note }); }} onLeave={flush} />
        <Labelled label={t('annotate.tags')}>
          <Words label={t('annotate.tags')} words={value.tags} suggestions={(tags.data ?? []).map((tag) => tag.name)} onChange={(words) => { change({ tags: words }); }} />
        </Labelled>
        <Labelled label={t('annotate.mistakes')}>
          <Words label={t('annotate.mistakes')} words={value.mistakes} suggestions={(['noStop', 'movedStop', 'chased', 'tooLarge', 'tooEarly', 'noPlan', 'revenge'] as const).map((one) => t(`mistake.${one}`))} onChange={(mistakes) => { change({ mistakes }); }} />
        </Labelled>
      </div>
    </Card>
  );
}

/** The playbook with its checklist, the project, and what was planned before the entry. */
export function PlanCard({ draft }: Pick<Props, 'draft'>) {
  const t = useT();
  const playbooks = usePlaybooks();
  const projects = useProjects();
  const { value, change, flush } = draft;
  const playbook = playbooks.data?.find((one) => one.id === value.playbookId);
  const toggle = (id: string, isOn: boolean) => { change({ criteria: isOn ? [...value.criteria, id] : value.criteria.filter((one) => one !== id) }); };
  return (
    <Card title={t('annotate.plan')} action={<Link className="aw-link" to="/playbooks">{t('playbooks.title')}</Link>}>
      <div className="grid gap-3">
        <Field label={t('annotate.playbook')}>
          <Select wide value={playbook ? playbook.id : ''} onChange={(id) => { change({ playbookId: id || null, criteria: [] }); }} options={[{ value: '', label: t('annotate.none') }, ...(playbooks.data ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        </Field>
        {playbook && playbook.criteria.length > 0 ? (
          <fieldset className="grid gap-1">
            <legend className="aw-field-label">{t('annotate.checklist', { kept: value.criteria.length, all: playbook.criteria.length })}</legend>
            {playbook.criteria.map((one) => <Checkbox key={one.id} label={one.text} checked={value.criteria.includes(one.id)} onChange={(event) => { toggle(one.id, event.target.checked); }} />)}
          </fieldset>
        ) : null}
        {(projects.data ?? []).length > 0 ? (
          <Field label={t('annotate.project')}>
            <Select wide value={value.projectId ?? ''} onChange={(id) => { change({ projectId: id || null }); }} options={[{ value: '', label: t('annotate.none') }, ...(projects.data ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
          </Field>
        ) : null}
        <div className="grid grid-cols-3 gap-2">
          {(['plannedEntry', 'plannedStop', 'plannedTarget'] as const).map((name) => (
            <NumberField key={name} label={t(`annotate.${name}`)} value={value[name]} onChange={(number) => { change({ [name]: number }); }} onLeave={flush} />
          ))}
        </div>
        <p className="text-12 text-text-3">{t('annotate.stopHelp')}</p>
      </div>
    </Card>
  );
}

/** How it felt, in words and steps. */
export function FeelingsCard({ draft }: Pick<Props, 'draft'>) {
  const t = useT();
  const { value, change, flush } = draft;
  const words = (['calm', 'confident', 'impatient', 'fearful', 'greedy', 'frustrated', 'relieved', 'regret'] as const).map((one) => t(`emotion.${one}`));
  return (
    <Card title={t('annotate.feelings')}>
      <div className="grid gap-3">
        <datalist id="journal-emotions">{words.map((word) => <option key={word} value={word} />)}</datalist>
        {(['emotionBefore', 'emotionDuring', 'emotionAfter'] as const).map((name) => (
          <Field key={name} label={t(`annotate.${name}`)}>
            <Input list="journal-emotions" maxLength={40} value={value[name] ?? ''} onChange={(event) => { change({ [name]: event.target.value }); }} onBlur={flush} />
          </Field>
        ))}
        {(['confidence', 'stress', 'rating'] as const).map((name) => (
          <Scale key={name} label={t(`annotate.${name}`)} value={value[name]} low={t('scale.low')} high={t('scale.high')} onChange={(step) => { change({ [name]: step }); }} />
        ))}
      </div>
    </Card>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return <div className="grid gap-1"><span className="aw-field-label">{label}</span>{children}</div>;
}

/** A price as people type it; nothing is sent while it is no number. */
export function NumberField({ label, value, onChange, onLeave }: { label: string; value: number | null; onChange: (value: number | null) => void; onLeave?: () => void }) {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : format.quantity(value));
  const isWrong = typed !== null && typedNumber(typed) === undefined;
  return (
    <Field label={label} error={isWrong ? t('annotate.notANumber') : null}>
      <Input
        inputMode="decimal"
        className="text-right"
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = typedNumber(event.target.value);
          if (number !== undefined) {
            onChange(number);
          }
        }}
        onBlur={() => {
          if (!isWrong) {
            setTyped(null);
          }
          onLeave?.();
        }}
      />
    </Field>
  );
}
