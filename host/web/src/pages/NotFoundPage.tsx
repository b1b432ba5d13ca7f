import { Button, ButtonLink, EmptyState, Skeleton, useLocation, useT } from '@aiwendy/sdk';
import { retryPlugin } from '../plugins/loadPlugins';
import { useWebModules, type WebModuleState } from '../plugins/loadState';

/** An address that leads nowhere, or to a plugin whose pages are not here. */
export function NotFoundPage() {
  const t = useT('shell');
  const { pathname } = useLocation();
  const modules = useWebModules();
  const id = /^\/p\/([^/]+)/.exec(pathname)?.[1] ?? '';
  const module = modules.get(id);
  if (module?.phase === 'loading') {
    return <Skeleton lines={6} />;
  }
  if (module?.phase === 'failed') {
    return <FailedModule id={id} module={module} />;
  }
  return (
    <>
      <h1 className="aw-vh">{t('notFound.title')}</h1>
      <EmptyState
        icon="search"
        title={t('notFound.title')}
        actions={
          <ButtonLink kind="primary" to="/">
            {t('notFound.home')}
          </ButtonLink>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </>
  );
}

function FailedModule({ id, module }: { id: string; module: WebModuleState }) {
  const t = useT('shell');
  const title = t(module.reason === null ? 'module.silent' : 'module.failed', { name: module.name });
  return (
    <>
      <h1 className="aw-vh">{title}</h1>
      <EmptyState
        icon="warning"
        title={title}
        actions={
          <>
            <Button icon="refresh" onClick={() => void retryPlugin(id)}>
              {t('module.retry')}
            </Button>
            <ButtonLink to="/">{t('notFound.home')}</ButtonLink>
          </>
        }
      >
        {t('module.rest')} {module.reason && <code>{module.reason}</code>}
      </EmptyState>
    </>
  );
}
