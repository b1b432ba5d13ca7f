import { i18n } from '@aiwendy/sdk';
import { english } from './en';
import { chinese } from './zh-CN';

/** Namespace of the texts of administration; they come with its pages, not with the shell. */
export const adminTexts = 'admin';

/** Adds the texts; calling it again changes nothing. */
export function addAdminTexts(): void {
  i18n.addResourceBundle('en', adminTexts, english);
  i18n.addResourceBundle('zh-CN', adminTexts, chinese);
}
