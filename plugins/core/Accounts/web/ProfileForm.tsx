import { api, browserZone, Button, Card, Checkbox, Field, Input, Select, setLanguage, Textarea, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
  const [baseCurrency, setBaseCurrency] = useState(profile.baseCurrency ?? '');
  const [markets, setMarkets] = useState<readonly string[]>(profile.markets ?? []);
  const [mainConcern, setMainConcern] = useState(profile.mainConcern ?? '');
  const [preferredCoachId, setPreferredCoach] = useState(profile.preferredCoachId ?? '');
  const coaches = useCoaches();
  const zones = useZones(timeZone);
  const save = useMutation({
    mutationFn: () => calls.changeProfile({ displayName, language, timeZone, baseCurrency, markets: [...markets], mainConcern, preferredCoachId }),
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
        <Field label={t('profile.baseCurrency')} optional error={fieldProblem(save.error, 'baseCurrency')}>
          <Input name="currency" maxLength={5} placeholder="USD" value={baseCurrency} onChange={(event) => setBaseCurrency(event.target.value)} />
        </Field>
        <fieldset className="grid gap-2">
          <legend className="aw-field-label mb-1">{t('profile.marketsLabel')}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-2">
            {marketNames.map((market) => (
              <Checkbox
                key={market}
                label={t(`profile.markets.${market}`)}
                checked={markets.includes(market)}
                onChange={(event) => setMarkets(event.target.checked ? [...markets, market] : markets.filter((one) => one !== market))}
              />
            ))}
          </div>
        </fieldset>
        <Field label={t('profile.mainConcern')} optional error={fieldProblem(save.error, 'mainConcern')}>
          <Textarea name="concern" rows={3} maxLength={500} value={mainConcern} onChange={(event) => setMainConcern(event.target.value)} />
        </Field>
        {coaches.length > 0 && (
          <Field label={t('profile.coach')} error={fieldProblem(save.error, 'preferredCoachId')}>
            <Select wide value={preferredCoachId} onChange={setPreferredCoach} options={[{ value: '', label: t('profile.coachAny') }, ...coaches]} />
          </Field>
        )}
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

const marketNames = ['stocks', 'futures', 'crypto', 'forex', 'options', 'other'] as const;

/** The coaches to choose from; none where the plugin of coaches is away. */
function useCoaches() {
  const coaches = useQuery({
    queryKey: ['aiwendy.accounts', 'coaches'],
    queryFn: ({ signal }) => api.get<{ items: { id: string; name: string }[] }>('/api/coaches', { signal }),
    retry: false,
  });
  return (coaches.data?.items ?? []).map((coach) => ({ value: coach.id, label: coach.name }));
}

/** The zones that the browser knows, and the chosen one even if it is unknown here. */
function useZones(chosen: string) {
  return useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    const all = chosen && !known.includes(chosen) ? [chosen, ...known] : known;
    return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [chosen]);
}
