import type { Ref, SelectHTMLAttributes } from 'react';
import { Icon } from '../icons/Icon';
import { classes } from './classes';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  options: readonly SelectOption[];
  onChange?: (value: string) => void;
  /** `pick` is the quiet form of the global bar. */
  look?: 'field' | 'pick';
  /** Fills the width. */
  wide?: boolean;
  ref?: Ref<HTMLSelectElement>;
}

/** A choice among many. It is the platform's own list, so typing ahead, phones and screen readers work as people know it. */
export function Select({ options, onChange, look = 'field', wide = false, className, ...rest }: SelectProps) {
  return (
    <span className="aw-select-box" data-wide={wide || undefined}>
      <select {...rest} className={classes('aw-select', className)} data-look={look} onChange={(event) => onChange?.(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}
