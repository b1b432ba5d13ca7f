import type { ButtonHTMLAttributes, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { Icon, type IconName } from '../icons/Icon';
import { classes } from './classes';

interface Look {
  /** One `primary` per view; `destructive-filled` only inside the confirming dialog. */
  kind?: 'default' | 'primary' | 'quiet' | 'destructive' | 'destructive-filled';
  size?: 'small' | 'medium' | 'large';
  icon?: IconName;
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Keeps the label, turns the icon into a spinner and ignores clicks. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button; its label begins with a verb. */
export function Button({ kind = 'default', size = 'medium', icon, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes('aw-btn', className)}
      data-kind={kind}
      data-size={size}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="aw-spin" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ kind = 'default', size = 'medium', icon, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={classes('aw-btn', className)} data-kind={kind} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
