import { Children, type CSSProperties, type ReactNode } from 'react';
import { Icon } from '../icons/Icon';
import { useT } from '../i18n/useT';
import { LowSampleBadge } from './Badge';
import { Popover } from './Popover';

export interface KpiProps {
  label: string;
  value: ReactNode;
  /** One line: interval, n or parts; for an undefined value its reason. */
  context?: ReactNode;
  /** How the figure is computed, in sentences. */
  how?: ReactNode;
  /** Takes the context's place when the figure rests on too few trades. */
  lowSample?: number;
}

/** A key figure: label, value and one line of context. */
export function Kpi({ label, value, context, how, lowSample }: KpiProps) {
  const t = useT('kit');
  return (
    <div className="aw-kpi">
      <div className="aw-kpi-label">
        <span>{label}</span>
        {how && (
          <Popover
            label={label}
            trigger={
              <button type="button" className="aw-kpi-how" aria-label={t('howComputed', { label })}>
                <Icon name="info" />
              </button>
            }
          >
            <p className="max-w-[300px] text-text-2">{how}</p>
          </Popover>
        )}
      </div>
      <div className="aw-kpi-value">{value}</div>
      <div className="aw-kpi-context">{lowSample === undefined ? context : <LowSampleBadge n={lowSample} />}</div>
    </div>
  );
}

/** A row of key figures in one card. */
export function KpiRow({ label, children }: { label: string; children: ReactNode }) {
  const count = Children.count(children);
  const columns = count > 6 && count % 4 === 0 ? 4 : Math.min(count, 6);
  return (
    <section className="aw-card aw-kpis" aria-label={label} data-count={count} style={{ '--aw-kpi-columns': columns } as CSSProperties}>
      {children}
    </section>
  );
}
