import { Button, Drawer, useFormat, useT } from '@aiwendy/sdk';
import type { AuditEntry, AuditFilter } from './api';
import { usePersonName } from './people';
import { administrationTexts } from './texts';
import { useActionName } from './useActionName';

interface Props {
  entry: AuditEntry | null;
  /** What it was done to, in words. */
  subject: string;
  onClose: () => void;
  onFilter: (change: Partial<AuditFilter>) => void;
}

/** Everything about one entry, with what was changed side by side. */
export function AuditDrawer({ entry, subject, onClose, onFilter }: Props) {
  const t = useT(administrationTexts);
  const actionName = useActionName();
  return (
    <Drawer
      open={entry !== null}
      onClose={onClose}
      title={entry ? actionName(entry.action) : ''}
      footer={
        entry && (
          <>
            <Button
              onClick={() => {
                onFilter({ user: entry.userId });
              }}
            >
              {t('audit.onlyPerson')}
            </Button>
            <Button
              onClick={() => {
                onFilter({ action: entry.action });
              }}
            >
              {t('audit.onlyAction')}
            </Button>
          </>
        )
      }
    >
      {entry && <Entry entry={entry} subject={subject} />}
    </Drawer>
  );
}

function Entry({ entry, subject }: { entry: AuditEntry; subject: string }) {
  const t = useT(administrationTexts);
  const format = useFormat();
  const nameOf = usePersonName();
  const facts: [string, string | null][] = [
    [t('audit.when'), format.dateTime(entry.at, { year: true, seconds: true })],
    [t('audit.who'), nameOf(entry)],
    [t('audit.subject'), subject && subject !== entry.subject ? `${subject}\n${entry.subject}` : entry.subject],
    [t('audit.outcome'), t(`audit.outcomes.${entry.outcome}`)],
    [t('audit.address'), entry.address],
    [t('audit.program'), entry.userAgent],
    [t('audit.technical'), entry.action],
    [t('audit.request'), entry.requestId],
  ];
  const details = Object.entries(entry.details);
  return (
    <div className="grid gap-4">
      <p className="text-12 text-text-3">{t('audit.entry', { number: format.count(entry.sequence) })}</p>
      <dl className="aw-kv in-kv">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {(entry.before ?? entry.after) && <Difference before={entry.before ?? {}} after={entry.after ?? {}} />}
      {details.length > 0 && (
        <section className="grid gap-1">
          <h3 className="text-13 font-semibold">{t('audit.details')}</h3>
          <dl className="aw-kv in-kv">
            {details.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{asText(value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

function Difference({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  const t = useT(administrationTexts);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <section className="grid gap-1">
      <h3 className="text-13 font-semibold">{t('audit.changed')}</h3>
      <table className="in-difference">
        <thead>
          <tr>
            <th scope="col">{t('audit.name')}</th>
            <th scope="col">{t('audit.before')}</th>
            <th scope="col">{t('audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name} data-same={asText(before[name]) === asText(after[name]) || undefined}>
              <th scope="row">{name}</th>
              <td>{asText(before[name])}</td>
              <td>{asText(after[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A value of JSON as a person would write it. */
function asText(value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return '\u2013';
  }
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value as string | number | boolean);
}
