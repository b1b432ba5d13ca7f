import type { HTMLAttributes, ReactNode } from 'react';
import { useId } from 'react';
import { classes } from './classes';

export interface CardProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  title?: ReactNode;
  /** Quiet words beside the title. */
  meta?: ReactNode;
  /** One link or a small control at the right. */
  action?: ReactNode;
  footer?: ReactNode;
  /** Leaves out the padding of the body, for tables and charts. */
  flush?: boolean;
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 12;
}

/** A card; cards never nest. */
export function Card({ title, meta, action, footer, flush = false, span, className, children, ...rest }: CardProps) {
  const id = useId();
  return (
    <section {...rest} className={classes('aw-card', className)} aria-labelledby={title ? id : rest['aria-labelledby']} data-span={span}>
      {(title ?? action) && (
        <div className="aw-card-head">
          {title && <h2 id={id}>{title}</h2>}
          {meta && <span className="aw-card-meta">{meta}</span>}
          {action && <div className="aw-card-link">{action}</div>}
        </div>
      )}
      {flush ? children : <div className="aw-card-body">{children}</div>}
      {footer && <div className="aw-card-foot">{footer}</div>}
    </section>
  );
}

/** Twelve columns with 12 px between; children say how many they take with `span`. */
export function Grid({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={classes('aw-grid', className)} />;
}

/** The one `h1` of a page with its sentence and actions. */
export function PageHead({ title, children, actions, crumbs }: { title: ReactNode; children?: ReactNode; actions?: ReactNode; crumbs?: ReactNode }) {
  return (
    <header className="aw-page-head">
      <div>
        {crumbs && <div className="aw-crumbs">{crumbs}</div>}
        <h1>{title}</h1>
        {children && <p>{children}</p>}
      </div>
      {actions && <div className="aw-page-actions">{actions}</div>}
    </header>
  );
}
