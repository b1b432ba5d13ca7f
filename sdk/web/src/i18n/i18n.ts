import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../format/numbers';
import { kitEnglish } from './kit.en';
import { kitChinese } from './kit.zh-CN';

export const languages: readonly Language[] = ['en', 'zh-CN'];
const storageKey = 'aiwendy.language';

/** The one translator of the page. Namespaces: `kit`, `shell`, and one per plugin id. */
export const i18n: I18n = i18next.createInstance();

/** The language that was chosen earlier, else the browser's. */
export function initialLanguage(): Language {
  let wanted = navigator.language;
  try {
    wanted = localStorage.getItem(storageKey) ?? wanted;
  } catch {
    // Without storage the browser's language stands.
  }
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Starts the translator; call it once, before the first render. */
export function startTranslations(language: Language = initialLanguage()): void {
  if (i18n.isInitialized) {
    void i18n.changeLanguage(language);
    return;
  }
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    defaultNS: 'kit',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    resources: { en: { kit: kitEnglish }, 'zh-CN': { kit: kitChinese } },
    react: { useSuspense: false, bindI18nStore: 'added removed' },
  });
  markDocument(language);
  i18n.on('languageChanged', (changed) => {
    markDocument(changed as Language);
  });
}

function markDocument(language: Language): void {
  document.documentElement.lang = language;
}

/** Switches the language for good. */
export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
  void i18n.changeLanguage(language);
}
