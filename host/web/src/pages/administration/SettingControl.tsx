import { Input, Select, useT } from '@aiwendy/sdk';
import type { InstallationSetting } from './api';
import { administrationTexts } from './texts';

interface Props {
  setting: InstallationSetting;
  /** Empty for the default, and for a secret that stays as it is. */
  value: string;
  onChange: (value: string) => void;
  'aria-labelledby': string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** The control that fits a setting's type. */
export function SettingControl({ setting, value, onChange, ...aria }: Props) {
  const t = useT(administrationTexts);
  const { type, secret, choices, minimum, maximum } = setting;
  const standard = setting.default;
  if (type === 'boolean' || (type === 'choice' && choices.length > 0)) {
    const words = type === 'boolean' ? [{ value: '1', label: t('settings.on') }, { value: '0', label: t('settings.off') }] : choices.map((choice) => ({ value: choice, label: choice }));
    const chosen = type === 'boolean' ? (value === '' ? '' : isOn(value) ? '1' : '0') : value.toLowerCase();
    const name = words.find((word) => word.value === (type === 'boolean' && standard !== null ? (isOn(standard) ? '1' : '0') : standard))?.label;
    return <Select {...aria} wide value={chosen} onChange={onChange} options={[{ value: '', label: name ? t('settings.defaultIs', { value: name }) : t('settings.defaultOption') }, ...words]} />;
  }
  return (
    <Input
      {...aria}
      type={secret ? 'password' : 'text'}
      inputMode={type === 'integer' ? 'numeric' : type === 'address' ? 'url' : undefined}
      autoComplete={secret ? 'new-password' : 'off'}
      spellCheck={false}
      maxLength={type === 'integer' ? Math.max(String(minimum ?? '').length, String(maximum ?? 2_147_483_647).length) + 2 : 2000}
      placeholder={secret ? (setting.isSet ? '\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022' : '') : (standard ?? '')}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

/** How the host reads a switch. */
export function isOn(value: string): boolean {
  return ['1', 'true', 'yes', 'on'].includes(value.trim().toLowerCase());
}
