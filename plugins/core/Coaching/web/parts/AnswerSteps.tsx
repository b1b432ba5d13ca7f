import { Icon, useFormat, useT, type ToolStep } from '@aiwendy/sdk';
import { useState } from 'react';

/** What the model thought; closed until it is asked for. */
export function Thinking({ text, isThinking, milliseconds }: { text: string; isThinking: boolean; milliseconds: number | null }) {
  const t = useT();
  const whole = milliseconds === null ? null : Math.max(1, Math.round(milliseconds / 1000));
  return (
    <details className="co-fold">
      <summary>
        <Icon name="chevron-right" />
        {isThinking ? t('answer.thinking') : whole === null ? t('answer.thought') : t('answer.thoughtFor', { seconds: whole })}
      </summary>
      <p className="co-thoughts">{text}</p>
    </details>
  );
}

/** The tools that the coach used: open while they run, closed when the text is done, open again where one failed. */
export function ToolSteps({ steps, isGrowing }: { steps: readonly ToolStep[]; isGrowing: boolean }) {
  const t = useT();
  const format = useFormat();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const failed = steps.filter((step) => step.status === 'failed').length;
  const isOpen = chosen ?? (isGrowing || failed > 0);
  const total = steps.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
  const isRunning = steps.some((step) => step.status === 'running');
  return (
    <div className="co-fold">
      <button
        type="button"
        className="co-fold-head"
        aria-expanded={isOpen}
        onClick={() => {
          setChosen(!isOpen);
        }}
      >
        <Icon name="chevron-right" />
        {isRunning && isGrowing ? t('answer.checking') : t('answer.checked', { count: steps.length })}
        {!isRunning && <small className="aw-num">{seconds(total, format.language)}</small>}
      </button>
      {isOpen && (
        <ul className="co-steps">
          {steps.map((step) => (
            <li key={step.callId} data-status={step.status}>
              {step.status === 'running' ? <span className="aw-spin" aria-hidden="true" /> : <Icon name={step.status === 'done' ? 'check' : 'warning'} />}
              <span>
                {step.title}
                {step.status === 'failed' && <> · {t('answer.stepFailed')}</>}
              </span>
              {typeof step.durationMs === 'number' && <small className="aw-num">{seconds(step.durationMs, format.language)}</small>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A short span, in seconds with one decimal. */
export function seconds(milliseconds: number, language: string): string {
  const value = (Math.max(milliseconds, 0) / 1000).toFixed(1);
  return language === 'zh-CN' ? `${value} 秒` : `${value} s`;
}
