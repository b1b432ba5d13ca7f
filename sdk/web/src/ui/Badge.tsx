import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import { useT } from '../i18n/useT';

export type Tone = 'neutral' | 'ok' | 'warn' | 'danger' | 'accent';

/** A small tinted word; state tones come with an icon. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className="aw-badge" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** Marks a figure that rests on too few trades. */
export function LowSampleBadge({ n }: { n: number }) {
  const t = useT('kit');
  return (
    <span className="aw-badge" data-tone="low">
      {t('lowSample', { n })}
    </span>
  );
}
