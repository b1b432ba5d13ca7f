import { contributions, i18n, withinTime, type SearchHit } from '@aiwendy/sdk';
import { useEffect, useState } from 'react';

export interface FoundSection {
  id: string;
  plugin: string;
  title: string;
  hits: readonly SearchHit[];
  hasFailed: boolean;
}

const pause = 120;

/** Asks every search provider while one types; each answers or fails on its own. */
export function useSearchSections(query: string): readonly FoundSection[] {
  const [sections, setSections] = useState<readonly FoundSection[]>([]);
  useEffect(() => {
    const text = query.trim();
    const providers = contributions().searches;
    if (text.length === 0 || text.startsWith('>') || providers.length === 0) {
      setSections([]);
      return;
    }
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      const found = new Map<string, FoundSection>();
      for (const provider of providers) {
        const section = { id: provider.id, plugin: provider.plugin, title: i18n.t(provider.title, { ns: provider.plugin }) };
        const show = (hits: readonly SearchHit[], hasFailed: boolean) => {
          if (!abort.signal.aborted) {
            found.set(provider.id, { ...section, hits, hasFailed });
            setSections(providers.map((one) => found.get(one.id)).filter((one): one is FoundSection => one !== undefined));
          }
        };
        withinTime(() => provider.search(text, abort.signal), 10_000).then(
          (hits) => {
            show(hits, false);
          },
          () => {
            show([], true);
          },
        );
      }
    }, pause);
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [query]);
  return sections;
}
