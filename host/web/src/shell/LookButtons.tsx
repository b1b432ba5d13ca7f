import { Icon, IconButton, setLanguage, setTheme, useLanguage, useT, useTheme } from '@aiwendy/sdk';

/** Switches language and theme; also on pages without the shell's bars. */
export function LookButtons() {
  const t = useT('shell');
  const language = useLanguage();
  const { shown } = useTheme();
  return (
    <>
      <IconButton
        label={t('top.language')}
        onClick={() => {
          setLanguage(language === 'en' ? 'zh-CN' : 'en');
        }}
      >
        <span aria-hidden="true" lang={language === 'en' ? 'zh-CN' : 'en'}>
          {t('top.languageShort')}
        </span>
      </IconButton>
      <IconButton
        label={shown === 'dark' ? t('top.themeLight') : t('top.themeDark')}
        onClick={() => {
          setTheme(shown === 'dark' ? 'light' : 'dark');
        }}
      >
        <Icon name={shown === 'dark' ? 'moon' : 'sun'} />
      </IconButton>
    </>
  );
}
