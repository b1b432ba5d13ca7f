import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import { classes } from './classes';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon?: IconName;
  /** What it does; read out, and shown as a tooltip. */
  label: string;
  /** Instead of an icon, e.g. the sign of a language. */
  children?: ReactNode;
  tooltip?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button without words, always with a name. */
export function IconButton({ icon, label, children, className, tooltip = true, type = 'button', ...rest }: IconButtonProps) {
  const button = (
    <button {...rest} type={type} aria-label={label} className={classes('aw-icon-btn', className)}>
      {icon ? <Icon name={icon} /> : children}
    </button>
  );
  return tooltip ? <Tooltip text={label}>{button}</Tooltip> : button;
}
