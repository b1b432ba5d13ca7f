import { ButtonLink, ContributionBoundary, Notice, PluginScope, Skeleton, useT } from '@aiwendy/sdk';
import { Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useWebModules } from '../plugins/loadState';
import type { ShellPage } from './pageTypes';

/** A page on its own feet: what it throws stays in its place. */
export function PageOutlet({ page }: { page: ShellPage }) {
  const { pathname } = useLocation();
  // Going to a page keeps the one before in sight until it is there; one that a plugin never gives must not keep it for ever.
  const isInstalled = page.path.startsWith('/p/');
  return (
    <PluginScope id={page.plugin}>
      <ContributionBoundary plugin={page.plugin} resetKey={pathname}>
        <Suspense key={isInstalled ? page.path : 'own'} fallback={<Waiting plugin={page.plugin} />}>
          <page.component />
        </Suspense>
      </ContributionBoundary>
    </PluginScope>
  );
}

const isSlowAfter = 5000;

/** Stands in for a page that is not drawn yet; says whose it is when that takes long, and shows a way on. */
function Waiting({ plugin }: { plugin: string }) {
  const t = useT('shell');
  const name = useWebModules().get(plugin)?.name ?? plugin;
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSlow(true);
    }, isSlowAfter);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <>
      {isSlow && (
        <Notice tone="warn" title={t('module.slow', { name })} actions={<ButtonLink to="/">{t('notFound.home')}</ButtonLink>}>
          {t('module.rest')}
        </Notice>
      )}
      <Skeleton lines={6} />
    </>
  );
}
