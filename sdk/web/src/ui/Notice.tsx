import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/Icon';

/** Something worth knowing, within a page: a warning, a failure, a hint. */
export function Notice({ tone = 'neutral', icon, title, children, actions }: { tone?: 'neutral' | 'warn' | 'danger'; icon?: IconName; title?: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="aw-notice" data-tone={tone}>
      <Icon name={icon ?? (tone === 'neutral' ? 'info' : 'warning')} />
      <div>
        {title && <b>{title}</b>}
        {children && <p>{children}</p>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
