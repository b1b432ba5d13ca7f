import { browserZone, Button, Card, Field, Input, Select, setLanguage, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { calls, keys, type Profile } from './api';
import { fieldProblem, FormProblem } from './FormProblem';

/** Name, language and time zone. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const [displayName, setDisplayName] = useState(profile.displayName ?? '');
  const [language, chooseLanguage] = useState<string>(profile.language ?? '');
  const [timeZone, setTimeZone] = useState(profile.timeZone ?? '');
  const zones = useZones(timeZone);
  const save = useMutation({
    mutationFn: () => calls.changeProfile({ displayName, language, timeZone }),
    onSuccess: (changed) => {
      client.setQueryData(keys.profile, changed);
      void client.invalidateQueries({ queryKey: ['me'] });
      if (changed.language) {
        setLanguage(changed.language);
      }
      toast(t('profile.saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Card title={t('profile.title')} meta={profile.email}>
      <form className="grid max-w-[440px] gap-4" noValidate onSubmit={submit}>
        <FormProblem problem={save.error} />
        <Field label={t('profile.name')} error={fieldProblem(save.error, 'displayName')}>
          <Input name="name" autoComplete="nickname" maxLength={80} value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
        </Field>
        <Field label={t('profile.language')} error={fieldProblem(save.error, 'language')}>
          <Select
            wide
            value={language}
            onChange={chooseLanguage}
            options={[
              { value: '', label: t('profile.languageAuto') },
              { value: 'en', label: t('profile.languageEn') },
              { value: 'zh-CN', label: t('profile.languageZh') },
            ]}
          />
        </Field>
        <Field label={t('profile.timeZone')} error={fieldProblem(save.error, 'timeZone')}>
          <Select wide value={timeZone} onChange={setTimeZone} options={[{ value: '', label: t('profile.timeZoneAuto', { zone: browserZone() }) }, ...zones]} />
        </Field>
        <dl className="aw-kv">
          <div>
            <dt>{t('profile.role')}</dt>
            <dd>{t(`profile.roles.${profile.role}`)}</dd>
          </div>
          {profile.createdAt && (
            <div>
              <dt>{t('profile.since')}</dt>
              <dd>{format.date(profile.createdAt, { year: true })}</dd>
            </div>
          )}
        </dl>
        <div>
          <Button type="submit" busy={save.isPending}>
            {t('profile.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** The zones that the browser knows, and the chosen one even if it is unknown here. */
function useZones(chosen: string) {
  return useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    const all = chosen && !known.includes(chosen) ? [chosen, ...known] : known;
    return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [chosen]);
}
