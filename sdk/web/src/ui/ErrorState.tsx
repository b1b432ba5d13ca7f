import { Icon } from '../icons/Icon';
import { toProblem } from '../api/problem';
import { i18n } from '../i18n/i18n';
import { problemInChinese } from '../i18n/problems.zh-CN';
import { useT, type Translate } from '../i18n/useT';
import { Button } from './Button';

/** The sentence for a problem: the server's own, else ours for its kind. */
export function problemText(error: unknown, t: Translate): string {
  const problem = toProblem(error);
  if (problem.code === 'starting') {
    return t('error.starting');
  }
  if (problem.status !== 0 && problem.detail) {
    return (i18n.language === 'zh-CN' ? problemInChinese(problem.code, problem.detail) : null) ?? problem.detail;
  }
  const key = problem.status === 0 ? `error.${problem.code === 'network' ? 'network' : 'unexpected'}` : `error.http_${problem.status}`;
  const text = t(key);
  return text === key ? t('error.other') : text;
}

/** A failure inside a component: one sentence, one action, the request id. */
export function ErrorState({ problem, message, onRetry }: { problem: unknown; message?: string; onRetry?: () => void }) {
  const t = useT('kit');
  const known = toProblem(problem);
  return (
    <div className="aw-state" role="alert">
      <Icon name="warning" />
      <p>
        {message ?? problemText(known, t)}
        {known.retryAfter ? ` ${t('error.retryIn', { seconds: Math.ceil(known.retryAfter) })}` : ''}
      </p>
      {onRetry && (
        <div className="aw-state-actions">
          <Button icon="refresh" onClick={onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
      {known.requestId && <span className="aw-request-id">{t('requestId', { id: known.requestId })}</span>}
    </div>
  );
}
