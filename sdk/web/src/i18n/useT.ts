import { useTranslation } from 'react-i18next';
import { usePluginId } from '../registry/PluginContext';
import type { Language } from '../format/numbers';

export type Translate = (key: string, values?: Record<string, unknown>) => string;

/**
 * The translator of a namespace; without an argument that of the plugin which contributed the component. A key without
 * a translation comes back as it is.
 */
export function useT(namespace?: string): Translate {
  const plugin = usePluginId();
  const { t } = useTranslation(namespace ?? plugin ?? 'kit');
  return t as unknown as Translate;
}

/** The language of the page: `en` or `zh-CN`. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}
