import { Button, Card, ErrorState, IconButton, Input, Notice, Select, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useState, type FormEvent } from 'react';
import { draftOf, limits, problemsOf, rulesOf, type LimitName, type RuleAction, type Rules, type RulesDraft } from '../../rules';
import { useRules, useSetRules } from './useRules';

/** The rules that a person sets for himself. */
export function RulesForm() {
  const t = useT();
  const rules = useRules();
  return (
    <Card title={t('rules.title')}>
      {rules.isPending ? <Skeleton lines={8} /> : null}
      {rules.isError ? <ErrorState problem={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.data ? <Form key={JSON.stringify(rules.data)} rules={rules.data} /> : null}
    </Card>
  );
}

function Form({ rules }: { rules: Rules }) {
  const t = useT();
  const format = useFormat();
  const save = useSetRules();
  const [draft, setDraft] = useState<RulesDraft>(() => draftOf(rules));
  const [isTried, setTried] = useState(false);
  const problems = problemsOf(draft);
  const setLimit = (name: LimitName, change: Partial<RulesDraft['limits'][LimitName]>) => { setDraft((before) => ({ ...before, limits: { ...before.limits, [name]: { ...before.limits[name], ...change } } })); };
  const setItem = (index: number, change: Partial<RulesDraft['checklist'][number]>) => { setDraft((before) => ({ ...before, checklist: before.checklist.map((item, at) => (at === index ? { ...item, ...change } : item)) })); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) {
      save.mutate(rulesOf(draft), { onSuccess: (saved) => { toast(saved.pending ? t('rules.savedLater', { time: format.dateTime(saved.pending.from) }) : t('rules.saved')); } });
    }
  };
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <p className="text-text-2">{t('rules.lead')}</p>
      {rules.pending ? <Notice icon="clock" title={t('rules.pending', { time: format.dateTime(rules.pending.from) })}>{t('rules.pendingWhy')}</Notice> : null}
      <div className="grid">
        {limits.map((name) => (
          <LimitRow key={name} name={name} limit={draft.limits[name]} problem={isTried ? problems[name] : undefined} now={rules.pending ? rules[name]?.value ?? null : null} onChange={(change) => { setLimit(name, change); }} />
        ))}
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t('rules.checklist')}</legend>
        <p className="text-12 text-text-3">{t('rules.checklistHelp')}</p>
        {draft.checklist.map((item, index) => (
          <div key={index} className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-2">
            <Input aria-label={t('rules.item', { number: index + 1 })} maxLength={200} value={item.value} onChange={(event) => { setItem(index, { value: event.target.value }); }} />
            <ActionSelect label={t('rules.actionOf', { rule: item.value || t('rules.item', { number: index + 1 }) })} value={item.action} onChange={(action) => { setItem(index, { action }); }} />
            <IconButton icon="trash" label={t('rules.removeItem', { number: index + 1 })} onClick={() => { setDraft((before) => ({ ...before, checklist: before.checklist.filter((_, at) => at !== index) })); }} />
          </div>
        ))}
        <div><Button size="small" icon="plus" disabled={draft.checklist.length >= 20} onClick={() => { setDraft((before) => ({ ...before, checklist: [...before.checklist, { value: '', action: 'confirm' }] })); }}>{t('rules.addItem')}</Button></div>
      </fieldset>
      {save.isError ? <ErrorState problem={save.error} /> : null}
      <div><Button type="submit" busy={save.isPending}>{t('rules.save')}</Button></div>
    </form>
  );
}

function LimitRow({ name, limit, problem, now, onChange }: { name: LimitName; limit: RulesDraft['limits'][LimitName]; problem?: 'number' | 'whole'; now: number | null; onChange: (change: Partial<RulesDraft['limits'][LimitName]>) => void }) {
  const t = useT();
  const label = t(`rules.limit.${name}`);
  const id = `rule-${name}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-t border-line py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_140px_160px]">
      <label htmlFor={id} className="col-span-2 md:col-span-1"><span className="font-medium">{label}</span><span className="block text-12 text-text-3">{t(`rules.help.${name}`)}{now === null ? '' : ` ${t('rules.holdsNow', { value: now })}`}</span></label>
      <Input id={id} inputMode="decimal" placeholder={t('rules.none')} value={limit.text} aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-problem` : undefined} onChange={(event) => { onChange({ text: event.target.value.replace(',', '.') }); }} />
      <ActionSelect label={t('rules.actionOf', { rule: label })} value={limit.action} onChange={(action) => { onChange({ action }); }} />
      {problem ? <p id={`${id}-problem`} role="alert" className="col-span-2 text-12 text-danger md:col-span-3">{t(`rules.problem.${problem}`)}</p> : null}
    </div>
  );
}

function ActionSelect({ label, value, onChange }: { label: string; value: RuleAction; onChange: (action: RuleAction) => void }) {
  const t = useT();
  return <Select wide aria-label={label} value={value} onChange={(action) => { onChange(action as RuleAction); }} options={(['warn', 'confirm', 'block'] as const).map((action) => ({ value: action, label: t(`rules.action.${action}`) }))} />;
}
