import { i18n } from '@aiwendy/sdk';
import { english } from './en';
import { chinese } from './zh-CN';

/** Namespace of the texts of the installation's settings, audit log and limits. */
export const administrationTexts = 'administration';

/** Adds the texts, as soon as there is a translator; calling it again changes nothing. */
export function addAdministrationTexts(): void {
  if (!i18n.isInitialized) {
    i18n.on('initialized', addAdministrationTexts);
    return;
  }
  i18n.addResourceBundle('en', administrationTexts, english);
  i18n.addResourceBundle('zh-CN', administrationTexts, chinese);
}
