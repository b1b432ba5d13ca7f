import type { ReactNode, Ref } from 'react';
import { Icon } from '../icons/Icon';
import { useT } from '../i18n/useT';

/** Stands behind a claim and opens what it rests on: a statistic or a trade. */
export function EvidenceChip({ kind = 'figure', children, text, open = false, onOpen, ref }: { kind?: 'figure' | 'trade'; children: ReactNode; /** What is read out. */ text?: string; open?: boolean; onOpen?: () => void; ref?: Ref<HTMLButtonElement> }) {
  const t = useT('kit');
  const words = text ?? (typeof children === 'string' ? children : undefined);
  return (
    <button
      ref={ref}
      type="button"
      className="aw-evidence"
      aria-expanded={open}
      aria-label={words ? t(kind === 'figure' ? 'evidence' : 'trade', { text: words }) : undefined}
      onClick={onOpen}
    >
      <Icon name={kind === 'figure' ? 'evidence' : 'book'} />
      {children}
    </button>
  );
}
