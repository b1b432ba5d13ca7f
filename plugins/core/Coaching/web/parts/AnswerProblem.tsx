import { Button, ButtonLink, Notice, useLanguage, useT } from '@aiwendy/sdk';
import { useEffect, useState } from 'react';
import { secondsLeft, type Answer } from '../logic/turns';

const settingsCodes = new Set(['model_unauthorized', 'model_quota_exceeded', 'model_not_found', 'model_bad_request', 'model_unavailable', 'connection_not_found']);

/** Why there is no answer, and what can be done; counts down where the other side asks to wait. */
export function AnswerProblem({ error, onRetry }: { error: NonNullable<Answer['error']>; onRetry?: () => void }) {
  const t = useT();
  const [now, setNow] = useState(() => Date.now());
  const left = secondsLeft(error, now);
  useEffect(() => {
    if (left > 0) {
      const timer = window.setTimeout(() => {
        setNow(Date.now());
      }, 500);
      return () => {
        window.clearTimeout(timer);
      };
    }
    return undefined;
  }, [left, now]);

  const language = useLanguage();
  const key = `error.${error.code}`;
  const own = t(key);
  // The server knows more than the code says, but it tells so in English.
  const told = error.message && (language === 'en' || /\p{Script=Han}/u.test(error.message)) ? error.message : null;
  return (
    <div role="alert">
      <Notice
        tone="danger"
        title={told ?? (own === key ? t('error.other') : own)}
        actions={
          <>
            {onRetry && (
              <Button icon="refresh" disabled={left > 0} onClick={onRetry}>
                {left > 0 ? t('answer.retryIn', { seconds: left }) : t('answer.retry')}
              </Button>
            )}
            {settingsCodes.has(error.code) && (
              <ButtonLink kind="quiet" to="/settings/models">
                {t('answer.modelSettings')}
              </ButtonLink>
            )}
          </>
        }
      />
    </div>
  );
}
