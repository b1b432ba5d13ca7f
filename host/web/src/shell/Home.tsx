import { ButtonLink, EmptyState, Skeleton, useContributions, useT, withinTime } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { PageOutlet } from './PageOutlet';
import type { ShellPage } from './pageTypes';

/** The address `/`: the first run where some plugin asks for it, else the start page that a plugin brought. */
export function Home({ page }: { page?: ShellPage }) {
  const t = useT('shell');
  const { firstRuns } = useContributions();
  const firstRun = firstRuns[0];
  const { data: isNeeded, isPending } = useQuery({
    queryKey: ['first-run', firstRun?.plugin],
    // A plugin that does not answer must not keep the start page away.
    queryFn: async () => (firstRun ? withinTime(() => firstRun.needed(), 3000) : false),
    enabled: firstRun !== undefined,
    retry: false,
    staleTime: 0,
    // An answer from before the first trades would lead back to the first run.
    gcTime: 0,
  });

  if (firstRun && isPending) {
    return <Skeleton lines={6} />;
  }
  if (firstRun && isNeeded) {
    return <Navigate to={firstRun.path} replace />;
  }
  if (page) {
    return <PageOutlet page={page} />;
  }
  return (
    <EmptyState
      icon="plugin"
      title={t('home.title')}
      actions={
        <ButtonLink kind="primary" to="/plugins">
          {t('home.plugins')}
        </ButtonLink>
      }
    >
      {t('home.text')}
    </EmptyState>
  );
}
