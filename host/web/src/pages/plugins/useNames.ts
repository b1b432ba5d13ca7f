import { useLanguage } from '@aiwendy/sdk';
import type { AdminPlugin } from './pluginApi';

/** What plugins are called and say about themselves, in the language of the page. */
export function useNames() {
  // The plain name where an author gave none in the language of the page.
  const isChinese = useLanguage() === 'zh-CN';
  return {
    nameOf: (plugin: Pick<AdminPlugin, 'name' | 'nameZh'>) => (isChinese ? (plugin.nameZh ?? plugin.name) : plugin.name),
    descriptionOf: (plugin: Pick<AdminPlugin, 'description' | 'descriptionZh'>) => (isChinese ? (plugin.descriptionZh ?? plugin.description) : plugin.description),
  };
}
