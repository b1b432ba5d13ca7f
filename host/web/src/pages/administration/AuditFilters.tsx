import { Button, Field, Input, Select, useT } from '@aiwendy/sdk';
import type { AuditChoices, AuditFilter } from './api';
import { usePersonName } from './people';
import { administrationTexts } from './texts';
import { useActionName, useGroupName } from './useActionName';

const outcomes = ['success', 'refused', 'failed'] as const;

interface Props {
  /** Undefined until they are known. */
  choices: AuditChoices | undefined;
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
  onClear?: () => void;
}

/** Narrows the entries down by person, action, result and days. */
export function AuditFilters({ choices, filter, onChange, onClear }: Props) {
  const t = useT(administrationTexts);
  const nameOf = usePersonName();
  const actionName = useActionName();
  const groupName = useGroupName();
  const actions = choices?.actions ?? [];
  const people = choices?.people ?? [];
  const set = (name: keyof AuditFilter) => (value: string) => {
    onChange({ ...filter, [name]: value });
  };
  return (
    <div className="in-filters" role="group" aria-label={t('audit.filters')}>
      <Field label={t('audit.person')}>
        <Select wide value={filter.user} onChange={set('user')} options={[{ value: '', label: t('audit.anybody') }, ...people.map((one) => ({ value: one.userId, label: nameOf(one) }))]} />
      </Field>
      <Field label={t('audit.action')}>
        <Select
          wide
          value={filter.action}
          onChange={set('action')}
          options={[
            { value: '', label: t('audit.anything') },
            ...groupsOf(actions).map((group) => ({ value: `${group}.*`, label: t('audit.allOf', { group: groupName(group) }) })),
            ...withChosen(actions, filter.action).map((action) => ({ value: action, label: actionName(action) })),
          ]}
        />
      </Field>
      <Field label={t('audit.outcome')}>
        <Select wide value={filter.outcome} onChange={set('outcome')} options={[{ value: '', label: t('audit.anyOutcome') }, ...outcomes.map((value) => ({ value, label: t(`audit.outcomes.${value}`) }))]} />
      </Field>
      <Field label={t('audit.from')}>
        <Input type="date" value={filter.from} max={filter.to || undefined} onChange={(event) => { set('from')(event.target.value); }} />
      </Field>
      <Field label={t('audit.to')}>
        <Input type="date" value={filter.to} min={filter.from || undefined} onChange={(event) => { set('to')(event.target.value); }} />
      </Field>
      {onClear && (
        <Button kind="quiet" icon="close" onClick={onClear}>
          {t('audit.clear')}
        </Button>
      )}
    </div>
  );
}

/** The first words of actions that several share, so that they can be taken together. */
function groupsOf(actions: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const action of actions) {
    const group = action.split('.')[0] ?? action;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([group]) => group);
}

/** An action that was chosen from an old entry stays in the list. */
function withChosen(actions: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || chosen.endsWith('*') || actions.includes(chosen) ? actions : [chosen, ...actions];
}
