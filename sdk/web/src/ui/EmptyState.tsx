import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/Icon';

/** Nothing here: one sentence and what can be done. */
export function EmptyState({ icon, title, children, actions }: { icon?: IconName; title?: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="aw-state">
      {icon && <Icon name={icon} />}
      {title && <p className="aw-state-title">{title}</p>}
      <p>{children}</p>
      {actions && <div className="aw-state-actions">{actions}</div>}
    </div>
  );
}
