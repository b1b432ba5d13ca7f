import { Card, Money, Segmented, setLanguage, setMoneyColours, setTheme, useLanguage, useT, useTheme, type MoneyColours } from '@aiwendy/sdk';
import { LimitsCard } from '../administration/LimitsCard';
import { SettingRow } from './SettingRow';

const colours: readonly MoneyColours[] = ['teal-rust', 'green-red', 'red-green'];

/** Language, theme and the colours of money, kept on this device; below them the limits of the person. */
export function GeneralPanel() {
  const t = useT('shell');
  const language = useLanguage();
  const { theme, money } = useTheme();
  return (
    <div className="grid gap-3">
      <Card title={t('settings.general')}>
        <SettingRow title={t('settings.language')} help={t('settings.languageHelp')}>
          <Segmented
            label={t('settings.language')}
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'en', label: <span lang="en">English</span> },
              { value: 'zh-CN', label: <span lang="zh-CN">简体中文</span> },
            ]}
          />
        </SettingRow>
        <SettingRow title={t('settings.theme')}>
          <Segmented
            label={t('settings.theme')}
            value={theme}
            onChange={setTheme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          />
        </SettingRow>
        <SettingRow
          title={t('settings.colours')}
          help={
            <>
              {t('settings.coloursHelp')}
              <span className="mt-1 flex gap-3 text-13">
                <Money value={160.04} currency="USD" />
                <Money value={-113.22} currency="USD" />
              </span>
            </>
          }
        >
          <Segmented label={t('settings.colours')} value={money} onChange={setMoneyColours} options={colours.map((value) => ({ value, label: t(`settings.colourNames.${value}`) }))} />
        </SettingRow>
      </Card>
      <LimitsCard />
    </div>
  );
}
