import { useT } from '@aiwendy/sdk';
import { Suspense } from 'react';
import { matchPath, Route, Routes, useLocation } from 'react-router';
import { NotFoundPage } from '../pages/NotFoundPage';
import { StartingPage } from '../pages/StartingPage';
import { useLoadState } from '../plugins/loadState';
import { GlobalBar } from './GlobalBar';
import { Home } from './Home';
import { Overlays } from './Overlays';
import { PageOutlet } from './PageOutlet';
import { PhoneTabs } from './PhoneTabs';
import { PhoneTop } from './PhoneTop';
import { Sidebar } from './Sidebar';
import { usePages, type ShellPage } from './pageTypes';
import { useDocumentTitle } from './useDocumentTitle';
import { usePageFocus } from './usePageFocus';
import { useSignIn } from './useSignIn';

function currentPage(pages: readonly ShellPage[], pathname: string): ShellPage | undefined {
  const exact = pages.find((page) => page.path === pathname);
  return exact ?? pages.find((page) => matchPath({ path: page.path, end: true }, pathname));
}

/** The frame around every page. */
export function Shell() {
  const t = useT('shell');
  const { pathname } = useLocation();
  const { phase } = useLoadState();
  const pages = usePages();
  const page = currentPage(pages, pathname);
  useDocumentTitle(page);
  const main = usePageFocus(pathname);
  useSignIn(page, pages.some((one) => one.path === '/sign-in'));

  if (phase === 'waiting') {
    return <StartingPage />;
  }

  const routes = (
    <Suspense fallback={null}>
      <Routes>
        {pages.map((one) => (
          <Route key={`${one.plugin} ${one.path}`} path={one.path} element={one.path === '/' ? <Home page={one} /> : <PageOutlet page={one} />} />
        ))}
        {!pages.some((one) => one.path === '/') && <Route path="/" element={<Home />} />}
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );

  if (page?.frame === 'plain') {
    return (
      <main id="content" ref={main} tabIndex={-1}>
        {routes}
      </main>
    );
  }

  return (
    <div className="sh-app">
      <a className="sh-skip" href="#content">
        {t('skip')}
      </a>
      <Sidebar pages={pages} page={page} />
      <div className="sh-main">
        <GlobalBar page={page} />
        <PhoneTop page={page} />
        <main id="content" ref={main} tabIndex={-1} className={page?.fill ? 'sh-fill' : 'sh-content'}>
          {routes}
        </main>
      </div>
      <PhoneTabs pages={pages} />
      <Overlays pages={pages} />
    </div>
  );
}
