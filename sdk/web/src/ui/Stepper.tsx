import { Icon } from '../icons/Icon';
import { useT } from '../i18n/useT';

/** Where one is in a few steps; done steps lead back. */
export function Stepper({ label, steps, current, onGo }: { label: string; steps: readonly string[]; current: number; onGo?: (step: number) => void }) {
  const t = useT('kit');
  return (
    <nav aria-label={label} className="aw-steps">
      <ol className="aw-stepper">
        {steps.map((step, index) => {
          const state = index < current ? 'done' : index === current ? 'current' : 'next';
          const content = (
            <>
              <span className="aw-step-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="check" size={12} /> : index + 1}
              </span>
              <span>{step}</span>
              {state === 'done' && <span className="aw-vh">{t('stepDone')}</span>}
            </>
          );
          return (
            <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
              {state === 'done' && onGo ? (
                <button
                  type="button"
                  onClick={() => {
                    onGo(index);
                  }}
                >
                  {content}
                </button>
              ) : (
                content
              )}
            </li>
          );
        })}
      </ol>
      <span className="aw-step-count">{t('stepOf', { step: current + 1, count: steps.length })}</span>
    </nav>
  );
}
