import { cloneElement, useId, type InputHTMLAttributes, type ReactElement, type Ref, type TextareaHTMLAttributes } from 'react';
import { Icon } from '../icons/Icon';
import { useT } from '../i18n/useT';
import { classes } from './classes';

export interface FieldProps {
  label: string;
  help?: string;
  /** Replaces the help. */
  error?: string | null;
  optional?: boolean;
  className?: string;
  /** One control: Input, Textarea, Select or anything that takes `id` and the aria attributes. */
  children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling' }>;
}

/** Label above, help below; the error takes the help's place. */
export function Field({ label, help, error, optional, className, children }: FieldProps) {
  const t = useT('kit');
  const generated = useId();
  const id = children.props.id ?? generated;
  const note = error ?? help;
  return (
    <div className={classes('aw-field', className)}>
      <label className="aw-field-label" htmlFor={id}>
        {label}
        {optional && <span className="text-text-3"> ({t('optional')})</span>}
      </label>
      {cloneElement(children, { id, 'aria-describedby': note ? `${id}-note` : undefined, 'aria-invalid': error ? true : undefined })}
      {note && (
        <div id={`${id}-note`} className={error ? 'aw-field-error' : 'aw-field-help'} role={error ? 'alert' : undefined}>
          {error && <Icon name="warning" size={13} />}
          {note}
        </div>
      )}
    </div>
  );
}

export interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** A unit inside the field. */
  suffix?: string;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text or a number. */
export function Input({ suffix, className, style, ...rest }: InputProps) {
  if (!suffix) {
    return <input {...rest} style={style} className={classes('aw-input', className)} />;
  }
  return (
    <span className="aw-input-box">
      <input {...rest} className={classes('aw-input', className)} style={{ ...style, paddingRight: `calc(${suffix.length}ch + 18px)` }} />
      <span className="aw-input-suffix" aria-hidden="true">
        {suffix}
      </span>
    </span>
  );
}

/** Several lines of text. */
export function Textarea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  return <textarea {...rest} className={classes('aw-input', className)} />;
}
