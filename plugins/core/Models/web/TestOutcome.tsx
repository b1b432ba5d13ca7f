import { Icon, useFormat, useT } from '@aiwendy/sdk';
import type { TestResult } from './api';

/** How a test went, in words; announced to screen readers. */
export function TestOutcome({ result, isRunning }: { result?: TestResult; isRunning: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <div role="status" className="text-12 empty:hidden">
      {isRunning && <span className="text-text-2">{t('test.running')}</span>}
      {!isRunning && result?.ok && (
        <span className="flex items-center gap-2 text-ok">
          <Icon name="check" />
          {t('test.ok', { time: format.count(result.latencyMs) })}
          {result.models.length > 0 && ` ${t('test.models', { count: result.models.length })}`}
        </span>
      )}
      {!isRunning && result && !result.ok && (
        <span className="flex items-start gap-2 text-danger">
          <Icon name="error" />
          <span>
            {t(`test.codes.${result.code ?? 'other'}`, { defaultValue: result.message ?? '' })} <code className="text-text-3">{result.code}</code>
          </span>
        </span>
      )}
    </div>
  );
}
