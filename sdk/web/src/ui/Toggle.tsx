import { useId, type InputHTMLAttributes, type ReactNode } from 'react';

/** On or off, at once. */
export function Switch({ label, help, checked, onChange, disabled, hideLabel }: { label: string; help?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean; hideLabel?: boolean }) {
  const id = useId();
  return (
    <div className="aw-switch">
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={hideLabel ? undefined : id}
        aria-label={hideLabel ? label : undefined}
        disabled={disabled}
        onClick={() => {
          onChange(!checked);
        }}
      >
        <span className="aw-switch-track" />
      </button>
      {!hideLabel && (
        <span>
          <span id={id}>{label}</span>
          {help && <span className="block text-12 text-text-3">{help}</span>}
        </span>
      )}
    </div>
  );
}

/** One of several things to tick. */
export function Checkbox({ label, ...rest }: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode }) {
  return (
    <label className="aw-check">
      <input {...rest} type="checkbox" />
      <span>{label}</span>
    </label>
  );
}
