/** For tests of pages: everything that the shell puts around a component. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import type { Language } from './format/numbers';
import { i18n, startTranslations } from './i18n/i18n';
import { PluginScope } from './registry/PluginContext';

export interface TestPageProps {
  children: ReactNode;
  /** Address, with what the global bar shall read: `/trades?zone=UTC`. */
  at?: string;
  /** Pattern of the route, for pages with parameters. */
  path?: string;
  language?: Language;
  /** Id of the plugin and its texts. */
  plugin?: { id: string; texts: { en: object; 'zh-CN': object } };
}

/** Wraps a component for a test. */
export function TestPage({ children, at = '/', path = '*', language = 'en', plugin }: TestPageProps) {
  startTranslations(language);
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  if (plugin) {
    i18n.addResourceBundle('en', plugin.id, plugin.texts.en, true, true);
    i18n.addResourceBundle('zh-CN', plugin.id, plugin.texts['zh-CN'], true, true);
  }
  return (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path={path} element={plugin ? <PluginScope id={plugin.id}>{children}</PluginScope> : children} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>
  );
}

/** The keys of a set of texts, without plural endings, sorted; both languages of a plugin must have the same. */
export function keysOf(texts: object, prefix = ''): string[] {
  const keys = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as object, `${prefix}${key}.`) : [`${prefix}${key}`.replace(/_(zero|one|two|few|many|other)$/, '')],
  );
  return [...new Set(keys)].sort();
}
