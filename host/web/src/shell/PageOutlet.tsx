import { ContributionBoundary, PluginScope, Skeleton } from '@aiwendy/sdk';
import { Suspense } from 'react';
import { useLocation } from 'react-router';
import type { ShellPage } from './pageTypes';

/** A page on its own feet: what it throws stays in its place. */
export function PageOutlet({ page }: { page: ShellPage }) {
  const { pathname } = useLocation();
  return (
    <PluginScope id={page.plugin}>
      <ContributionBoundary plugin={page.plugin} resetKey={pathname}>
        <Suspense fallback={<Skeleton lines={6} />}>
          <page.component />
        </Suspense>
      </ContributionBoundary>
    </PluginScope>
  );
}
