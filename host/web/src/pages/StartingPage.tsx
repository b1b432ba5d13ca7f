import { ApiProblem, useT } from '@aiwendy/sdk';
import { useEffect, useState } from 'react';
import { useLoadState } from '../plugins/loadState';
import { Mark } from '../shell/Mark';

const quietFor = 400;

/** Waits for a server that starts or cannot be reached; the page goes on by itself. */
export function StartingPage() {
  const t = useT('shell');
  const { problem } = useLoadState();
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = window.setInterval(() => {
      setWaited(Date.now() - began);
    }, 200);
    return () => {
      window.clearInterval(timer);
    };
  }, []);

  // A ready server answers sooner than this page could be read.
  if (waited < quietFor && problem === null) {
    return <main aria-busy="true" />;
  }
  const isOffline = problem instanceof ApiProblem && problem.status === 0;
  return (
    <main className="sh-start">
      <div role="status">
        <Mark />
        <h1>{isOffline ? t('starting.offlineTitle') : t('starting.title')}</h1>
        <p>{isOffline ? t('starting.offline') : t('starting.text')}</p>
      </div>
      <span className="sh-start-bar" aria-hidden="true" />
      <small className="aw-num">{t('starting.seconds', { seconds: Math.floor(waited / 1000) })}</small>
    </main>
  );
}
