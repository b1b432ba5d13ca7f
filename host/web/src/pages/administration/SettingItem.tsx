import { ApiProblem, Badge, Button, Icon, problemText, toast, useLanguage, useT, type IconName, type Tone, type Translate } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { administration, keys, type InstallationSetting } from './api';
import { isOn, SettingControl } from './SettingControl';
import { administrationTexts } from './texts';

const looks: Record<InstallationSetting['source'], { tone: Tone; icon?: IconName }> = {
  environment: { tone: 'neutral', icon: 'lock' },
  dotenv: { tone: 'neutral', icon: 'lock' },
  database: { tone: 'accent', icon: 'edit' },
  default: { tone: 'neutral' },
};

/** One setting: name, meaning, source, and its control, or its value where it cannot be changed here. */
export function SettingItem({ setting }: { setting: InstallationSetting }) {
  const t = useT(administrationTexts);
  const id = useId();
  const { key } = setting;
  const look = looks[setting.source];
  return (
    <li className="in-setting">
      <div className="in-setting-text">
        <div className="in-setting-name">
          <code id={`${id}-name`}>{key}</code>
          <Badge tone={look.tone} icon={look.icon}>
            {t(`settings.sources.${setting.source}`)}
          </Badge>
          {setting.pending && (
            <Badge tone="warn" icon="refresh">
              {t('settings.waits')}
            </Badge>
          )}
        </div>
        <p>
          <WithCode text={setting.description} />
        </p>
        <p className="in-setting-facts">{facts(setting, t).join(' · ')}</p>
      </div>
      {setting.editable ? <SettingForm setting={setting} id={id} /> : <LockedValue setting={setting} />}
    </li>
  );
}

function facts({ default: standard, restart, editable, type, minimum, maximum }: InstallationSetting, t: Translate): string[] {
  return [
    standard === null ? t('settings.noDefault') : t('settings.isDefault', { value: type === 'boolean' ? t(isOn(standard) ? 'settings.on' : 'settings.off') : standard }),
    ...(editable && minimum !== null && maximum !== null ? [t('settings.range', { minimum, maximum })] : []),
    ...(editable ? [t(restart ? 'settings.restart' : 'settings.live')] : []),
  ];
}

/** What stands between backticks is code. */
function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}

function LockedValue({ setting }: { setting: InstallationSetting }) {
  const t = useT(administrationTexts);
  const { value, secret, isSet, type, source } = setting;
  const shown = secret ? t(isSet ? 'settings.secretHidden' : 'settings.none') : value === null ? t('settings.none') : type === 'boolean' ? t(isOn(value) ? 'settings.on' : 'settings.off') : value;
  return (
    <div className="in-setting-side">
      <div className={value === null ? 'text-text-3' : 'in-value'}>{shown}</div>
      <p className="in-setting-facts">
        <Icon name="lock" size={12} /> {t(`settings.locked.${source}`)}
      </p>
    </div>
  );
}

function SettingForm({ setting, id }: { setting: InstallationSetting; id: string }) {
  const t = useT(administrationTexts);
  const kit = useT('kit');
  const client = useQueryClient();
  const language = useLanguage();
  const { key, secret, source, restart } = setting;
  const saved = secret ? '' : source === 'database' ? (setting.value ?? '') : '';
  const [draft, setDraft] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: (value: string | null) => administration.change(key, value),
    onSuccess: (list) => {
      client.setQueryData(keys.settings(language), list);
      setDraft(null);
      toast(t(restart ? 'settings.savedRestart' : 'settings.saved', { key }));
      for (const queryKey of [keys.history, keys.audit, keys.limits]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
  const isChanged = draft !== null && draft !== saved;
  const problem = change.error instanceof ApiProblem ? (change.error.errors[key]?.join(' ') ?? problemText(change.error, kit)) : change.error && problemText(change.error, kit);
  const note = secret && setting.isSet ? t('settings.secretSet') : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) {
      change.mutate(draft.trim() === '' ? null : draft.trim());
    }
  };
  const edit = (value: string) => {
    setDraft(value);
    change.reset();
  };
  return (
    <form className="in-setting-side" noValidate onSubmit={submit}>
      <SettingControl
        setting={setting}
        value={draft ?? saved}
        onChange={edit}
        aria-labelledby={`${id}-name`}
        aria-describedby={problem || note ? `${id}-note` : undefined}
        aria-invalid={problem ? true : undefined}
      />
      {problem ? (
        <p id={`${id}-note`} className="aw-field-error" role="alert">
          <Icon name="warning" size={13} />
          {problem}
        </p>
      ) : (
        note && (
          <p id={`${id}-note`} className="aw-field-help">
            {note}
          </p>
        )
      )}
      <div className="in-setting-actions">
        {isChanged && (
          <>
            <Button type="submit" size="small" kind="primary" busy={change.isPending} aria-label={t('settings.saveNamed', { key })}>
              {t('settings.save')}
            </Button>
            <Button
              size="small"
              kind="quiet"
              aria-label={t('settings.discardNamed', { key })}
              onClick={() => {
                setDraft(null);
                change.reset();
              }}
            >
              {t('settings.discard')}
            </Button>
          </>
        )}
        {!isChanged && source === 'database' && (
          <Button
            size="small"
            kind="quiet"
            icon={secret ? 'trash' : 'undo'}
            busy={change.isPending}
            aria-label={t(secret ? 'settings.clearNamed' : 'settings.resetNamed', { key })}
            onClick={() => {
              change.mutate(null);
            }}
          >
            {t(secret ? 'settings.clear' : 'settings.reset')}
          </Button>
        )}
      </div>
    </form>
  );
}
