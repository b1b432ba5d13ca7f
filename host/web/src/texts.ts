import { i18n } from '@aiwendy/sdk';
import { english } from './texts.en';
import { chinese } from './texts.zh-CN';

/** Adds the shell's own texts as namespace `shell`. */
export function addShellTexts(): void {
  i18n.addResourceBundle('en', 'shell', english);
  i18n.addResourceBundle('zh-CN', 'shell', chinese);
}
