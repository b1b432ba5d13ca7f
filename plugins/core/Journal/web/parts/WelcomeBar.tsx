import { Badge, IconButton, setLanguage, setTheme, useLanguage, usePlatform, useT, useTheme } from '@aiwendy/sdk';

/** The bar of the first page: whose it is, where the data lies, language and theme. */
export function WelcomeBar() {
  const t = useT();
  const language = useLanguage();
  const theme = useTheme();
  const platform = usePlatform();
  const isDark = theme.shown === 'dark';
  return (
    <div className="flex items-center gap-2">
      <img src="/icon.svg" alt="" width={26} height={26} />
      <b className="text-16">AIWendy</b>
      <span className="ml-auto flex items-center gap-2">
        {platform.data?.deploymentMode === 'self-hosted' ? <Badge icon="lock">{t('welcome.localOnly')}</Badge> : null}
        <IconButton label={t('welcome.otherLanguage')} onClick={() => { void setLanguage(language === 'en' ? 'zh-CN' : 'en'); }}>{language === 'en' ? '中' : 'EN'}</IconButton>
        <IconButton icon={isDark ? 'sun' : 'moon'} label={t(isDark ? 'welcome.light' : 'welcome.dark')} onClick={() => { setTheme(isDark ? 'light' : 'dark'); }} />
      </span>
    </div>
  );
}
