import { useId, type KeyboardEvent } from 'react';

const steps = [1, 2, 3, 4, 5] as const;

/** Five steps; choosing the chosen one again clears it. Arrows move, as in any group of radio buttons. */
export function Scale({ label, value, low, high, onChange }: { label: string; value: number | null; low: string; high: string; onChange: (value: number | null) => void }) {
  const id = useId();
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (move) {
      event.preventDefault();
      const next = Math.min(5, Math.max(1, (value ?? (move > 0 ? 0 : 6)) + move));
      onChange(next);
      event.currentTarget.querySelectorAll<HTMLButtonElement>('button')[next - 1]?.focus();
    }
  };
  return (
    <div className="flex items-center justify-between gap-3">
      <span id={id} className="text-text-2">{label}</span>
      <span className="flex items-center gap-2">
        <span role="radiogroup" aria-labelledby={id} className="flex" onKeyDown={walk}>
          {steps.map((step) => (
            <button
              key={step}
              type="button"
              role="radio"
              aria-checked={value === step}
              aria-label={step === 1 ? `1, ${low}` : step === 5 ? `5, ${high}` : String(step)}
              tabIndex={value === step || (value === null && step === 1) ? 0 : -1}
              className="grid h-6 w-7 place-items-center rounded-sm max-md:h-10 max-md:w-9"
              onClick={() => { onChange(value === step ? null : step); }}
            >
              <span className={`h-2 w-5 rounded-sm border ${value !== null && step <= value ? 'border-text-2 bg-text-2' : 'border-control bg-surface'}`} />
            </button>
          ))}
        </span>
        <span className="aw-num w-3 text-right text-text-3" aria-hidden="true">{value ?? '–'}</span>
      </span>
    </div>
  );
}
