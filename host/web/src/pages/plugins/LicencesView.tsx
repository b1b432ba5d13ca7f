import { Badge, Button, Card, ConfirmDialog, EmptyState, ErrorState, Field, IconButton, Notice, problemText, Skeleton, Textarea, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FeaturesCard } from './FeaturesCard';
import { licenceCalls, licenceLooks, licencesKey, type Licence } from './licenceApi';
import { adminTexts } from './texts';

/** Licences with their state, a way to add one, and every feature with the reason for its state. */
export function LicencesView() {
  const t = useT(adminTexts);
  const kit = useT('kit');
  const format = useFormat();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Licence | null>(null);
  const licences = useQuery({ queryKey: licencesKey, queryFn: ({ signal }) => licenceCalls.list(signal) });
  const refresh = () => client.invalidateQueries({ queryKey: ['admin'] });
  const remove = useMutation({
    mutationFn: (id: string) => licenceCalls.remove(id),
    onError: (error) => {
      toast(problemText(error, kit), { kind: 'error' });
    },
    onSettled: () => {
      setAsked(null);
      return refresh();
    },
  });
  return (
    <div className="ad-stack">
      {licences.data?.clock.rolledBack && (
        <Notice tone="warn" title={t('licences.clock')}>
          {t('licences.clockText', { when: format.dateTime(licences.data.clock.now, { year: true }) })}
        </Notice>
      )}
      <Card title={t('licences.title')} meta={licences.data && <span title={t('licences.installation')}>{`${t('licences.installation')} ${licences.data.installationId}`}</span>} flush>
        {licences.isPending && <Skeleton lines={3} />}
        {licences.isError && <ErrorState problem={licences.error} onRetry={() => void licences.refetch()} />}
        {licences.isSuccess &&
          (licences.data.items.length === 0 ? (
            <EmptyState icon="key">{t('licences.none')}</EmptyState>
          ) : (
            <ul className="ad-rows">
              {licences.data.items.map((licence, index) => (
                <LicenceRow key={licence.id ?? index} licence={licence} onRemove={() => { setAsked(licence); }} />
              ))}
            </ul>
          ))}
        <InstallLicence onDone={refresh} />
      </Card>
      <FeaturesCard />
      <ConfirmDialog
        open={asked !== null}
        title={t('licences.removeTitle', { name: asked?.licensee ?? t('licences.unnamed') })}
        confirm={t('licences.remove')}
        busy={remove.isPending}
        onConfirm={() => {
          if (asked?.id) {
            remove.mutate(asked.id);
          }
        }}
        onClose={() => {
          setAsked(null);
        }}
      >
        <p>{t('licences.removeText')}</p>
      </ConfirmDialog>
    </div>
  );
}

// What ends at midnight has the day before as its last one, as it says where it was issued.
const lastDay = (end: string) => new Date(Date.parse(end) - 1).toISOString();

function LicenceRow({ licence, onRemove }: { licence: Licence; onRemove: () => void }) {
  const t = useT(adminTexts);
  const format = useFormat();
  const look = licenceLooks[licence.state];
  const name = licence.licensee ?? t('licences.unnamed');
  const day = (moment: string) => format.date(moment, { year: true });
  const terms = [
    licence.plan,
    licence.edition && t('licences.edition', { edition: licence.edition }),
    licence.notBefore && licence.state === 'not_yet_valid' ? t('licences.from', { when: day(licence.notBefore) }) : null,
    licence.expires ? t('licences.until', { when: day(lastDay(licence.expires)) }) : t('licences.forEver'),
    licence.expires && licence.graceDays > 0 ? t('licences.grace', { count: licence.graceDays }) : null,
    licence.id === null ? t('licences.fromEnvironment') : null,
  ].filter(Boolean);
  const contents = [...licence.entitlements, ...Object.entries(licence.limits).map(([key, value]) => `${key} ${format.count(value)}`)];
  return (
    <li>
      <div className="ad-grow">
        <div className="ad-lead">
          <b>{name}</b>
          <Badge tone={look.tone} icon={look.icon}>
            {t(`licences.states.${licence.state}`)}
          </Badge>
          {licence.development && (
            <Badge tone="warn" icon="key">
              {t('licences.development')}
            </Badge>
          )}
        </div>
        <span className="ad-text">{terms.join(' · ')}</span>
        {contents.length > 0 && <code>{contents.join(', ')}</code>}
        {licence.reason && <span className="ad-text">{licence.reason}</span>}
      </div>
      {licence.id !== null && <IconButton icon="trash" label={t('licences.removeNamed', { name })} onClick={onRemove} />}
    </li>
  );
}

function InstallLicence({ onDone }: { onDone: () => Promise<void> }) {
  const t = useT(adminTexts);
  const kit = useT('kit');
  const [token, setToken] = useState('');
  const install = useMutation({
    mutationFn: () => licenceCalls.install(token.trim()),
    onSuccess: () => {
      setToken('');
      toast(t('licences.installed'));
      return onDone();
    },
  });
  return (
    <form
      className="ad-form"
      onSubmit={(event) => {
        event.preventDefault();
        install.mutate();
      }}
    >
      <Field label={t('licences.add')} help={t('licences.tokenHelp')} error={install.isError ? problemText(install.error, kit) : null}>
        <Textarea rows={3} value={token} spellCheck={false} autoComplete="off" className="aw-mono" onChange={(event) => { setToken(event.target.value); }} />
      </Field>
      <Button type="submit" busy={install.isPending} disabled={token.trim() === ''}>
        {t('licences.save')}
      </Button>
    </form>
  );
}
