import { ButtonLink, EmptyState, useT } from '@aiwendy/sdk';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT('shell');
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
