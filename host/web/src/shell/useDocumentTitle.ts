import { useT } from '@aiwendy/sdk';
import { useEffect } from 'react';
import type { ShellPage } from './pageTypes';

/** Names the tab after the page. */
export function useDocumentTitle(page: ShellPage | undefined): void {
  const t = useT(page?.plugin ?? 'shell');
  const title = page ? t(page.title) : '';
  useEffect(() => {
    document.title = title ? `${title} · AIWendy` : 'AIWendy';
  }, [title]);
}
