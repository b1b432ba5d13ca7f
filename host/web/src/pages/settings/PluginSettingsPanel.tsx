import { api, ApiProblem, Button, Card, EmptyState, ErrorState, Field, Input, problemText, Select, Skeleton, Switch, Textarea, toast, useLanguage, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { errorsByName, fromDraft, settingsOf, toDraft, type Draft, type Setting, type SettingSchema } from './schema';

interface PluginSettings {
  schema: SettingSchema;
  values: Record<string, unknown>;
  /** Secrets that are set; their values never leave the server. */
  secretsSet: string[];
}

/** The settings of a plugin, drawn from the JSON Schema of its manifest. */
export function PluginSettingsPanel({ id, name }: { id: string; name: string }) {
  const path = `/api/plugins/${encodeURIComponent(id)}/settings`;
  const settings = useQuery({ queryKey: ['plugin-settings', id], queryFn: ({ signal }) => api.get<PluginSettings>(path, { signal }), retry: false });
  return (
    <Card title={name} meta={<code>{id}</code>}>
      {settings.isPending && <Skeleton lines={4} />}
      {settings.isError && <ErrorState problem={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isSuccess && <Form key={settings.dataUpdatedAt} path={path} id={id} saved={settings.data} />}
    </Card>
  );
}

function Form({ path, id, saved }: { path: string; id: string; saved: PluginSettings }) {
  const t = useT('shell');
  const kit = useT('kit');
  const client = useQueryClient();
  const settings = settingsOf(saved.schema);
  const [draft, setDraft] = useState<Draft>(() => toDraft(settings, saved.values));
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [unread, setUnread] = useState<Record<string, string>>({});
  const save = useMutation({
    mutationFn: (values: Record<string, unknown>) => api.put<PluginSettings>(path, values),
    onSuccess: (fresh) => {
      client.setQueryData(['plugin-settings', id], fresh);
      toast(t('pluginSettings.saved'));
    },
  });
  const refused = save.error instanceof ApiProblem ? errorsByName(save.error.errors) : {};
  const errorOf = (name: string) => (unread[name] ? t(`pluginSettings.errors.${unread[name]}`) : (refused[name] ?? null));
  if (settings.length === 0) {
    return <EmptyState icon="settings">{t('pluginSettings.none')}</EmptyState>;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { values, errors } = fromDraft(settings, draft, removed);
    setUnread(errors);
    save.reset();
    if (Object.keys(errors).length === 0) {
      save.mutate(values);
    }
  };
  const isElsewhere = save.isError && settings.every((setting) => !refused[setting.name]);
  return (
    <form className="grid max-w-[520px] gap-4" noValidate onSubmit={submit}>
      {isElsewhere && (
        <p role="alert" className="text-danger">
          {problemText(save.error, kit)}
        </p>
      )}
      {settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          value={draft[setting.name] ?? ''}
          error={errorOf(setting.name)}
          isSet={saved.secretsSet.includes(setting.name) && !removed.has(setting.name)}
          onChange={(value) => {
            setDraft({ ...draft, [setting.name]: value });
          }}
          onRemove={() => {
            setRemoved(new Set([...removed, setting.name]));
          }}
        />
      ))}
      <div>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t('pluginSettings.save')}
        </Button>
      </div>
    </form>
  );
}

interface SettingFieldProps {
  setting: Setting;
  value: string | boolean;
  error: string | null;
  /** Of a secret: whether it has a value. */
  isSet: boolean;
  onChange: (value: string | boolean) => void;
  onRemove: () => void;
}

function SettingField({ setting, value, error, isSet, onChange, onRemove }: SettingFieldProps) {
  const t = useT('shell');
  const isChinese = useLanguage() === 'zh-CN';
  const { schema, control, required, name } = setting;
  const label = (isChinese ? schema['x-title-zh'] : undefined) ?? schema.title ?? name;
  const help = (isChinese ? schema['x-description-zh'] : undefined) ?? schema.description;
  const text = typeof value === 'string' ? value : '';
  if (control === 'switch') {
    return <Switch label={label} help={help} checked={value === true} onChange={onChange} />;
  }
  const common = { label, help, error, optional: !required };
  switch (control) {
    case 'select':
      return (
        <Field {...common}>
          <Select wide value={text} onChange={onChange} options={[...(required ? [] : [{ value: '', label: '\u2013' }]), ...(schema.enum ?? []).map((one) => ({ value: String(one), label: String(one) }))]} />
        </Field>
      );
    case 'secret':
      return (
        <div className="grid gap-1">
          <Field {...common} help={isSet ? t('pluginSettings.secretSet') : help}>
            <Input type="password" autoComplete="new-password" spellCheck={false} placeholder={isSet ? '\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022' : ''} value={text} onChange={(event) => { onChange(event.target.value); }} />
          </Field>
          {isSet && (
            <div>
              <Button size="small" kind="quiet" aria-label={t('pluginSettings.removeSecretNamed', { name: label })} onClick={onRemove}>
                {t('pluginSettings.removeSecret')}
              </Button>
            </div>
          )}
        </div>
      );
    case 'lines':
    case 'json':
      return (
        <Field {...common} help={help ?? t(control === 'lines' ? 'pluginSettings.lines' : 'pluginSettings.json')}>
          <Textarea rows={4} spellCheck={false} className={control === 'json' ? 'aw-mono' : undefined} value={text} onChange={(event) => { onChange(event.target.value); }} />
        </Field>
      );
    default:
      return (
        <Field {...common}>
          <Input
            inputMode={control === 'number' ? 'decimal' : undefined}
            type={schema.format === 'uri' ? 'url' : 'text'}
            spellCheck={false}
            maxLength={schema.maxLength}
            placeholder={schema.default === undefined ? '' : String(schema.default)}
            value={text}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        </Field>
      );
  }
}
