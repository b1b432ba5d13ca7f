import { activatePlugin, deactivatePlugin, i18n, startTranslations } from '@aiwendy/sdk';
import { builtInPlugins } from 'virtual:built-in-plugins';
import { addAdministrationTexts } from './pages/administration/texts';
import { addAdminTexts } from './pages/plugins/texts';
import { addShellTexts } from './texts';

type Texts = Record<string, string>;

/** Keys in full, without the endings of plural forms, which differ between languages. */
function flatten(bundle: object, prefix = ''): Texts {
  const found: Texts = {};
  for (const [key, value] of Object.entries(bundle)) {
    if (typeof value === 'object' && value !== null) {
      Object.assign(found, flatten(value as object, `${prefix}${key}.`));
    } else {
      found[`${prefix}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`] = String(value);
    }
  }
  return found;
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].map((one) => one.replace(/\W/g, '')).sort();

function expectComplete(namespace: string): void {
  const english = flatten((i18n.getResourceBundle('en', namespace) ?? {}) as object);
  const chinese = flatten((i18n.getResourceBundle('zh-CN', namespace) ?? {}) as object);
  expect(Object.keys(chinese).sort(), `keys of ${namespace}`).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    expect(chinese[key]?.trim(), `${namespace}: ${key}`).toBeTruthy();
    expect(placeholders(chinese[key] ?? ''), `placeholders of ${namespace}: ${key}`).toEqual(placeholders(text));
    expect(`${text}${chinese[key] ?? ''}`, `${namespace}: ${key} exclaims`).not.toMatch(/[!！]/);
  }
}

beforeAll(() => {
  startTranslations('en');
  addShellTexts();
  addAdminTexts();
  addAdministrationTexts();
});

it.each(['kit', 'shell', 'admin', 'administration'])('every text of the %s exists in both languages', (namespace) => {
  expect(i18n.hasResourceBundle('en', namespace)).toBe(true);
  expectComplete(namespace);
});

it.each(Object.entries(builtInPlugins))('every text of %s exists in both languages', async (id, load) => {
  activatePlugin(id, (await load()).default);
  expect(i18n.hasResourceBundle('en', id)).toBe(true);
  expectComplete(id);
  deactivatePlugin(id);
});
