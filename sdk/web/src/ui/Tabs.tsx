import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface TabItem<T extends string> {
  value: T;
  label: ReactNode;
  count?: number;
}

/** Views of one thing; the panel below belongs to the selected tab. */
export function Tabs<T extends string>({ label, value, items, onChange, children }: { label: string; value: T; items: readonly TabItem<T>[]; onChange: (value: T) => void; children?: ReactNode }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const index = items.findIndex((item) => item.value === value);
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: items.length - 1 }[event.key];
    if (target === undefined) {
      return;
    }
    event.preventDefault();
    const next = items[(target + items.length) % items.length];
    if (next) {
      onChange(next.value);
      list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[items.indexOf(next)]?.focus();
    }
  };

  return (
    <>
      <div className="aw-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {items.map((item) => (
          <button
            key={item.value}
            id={`${id}-${item.value}`}
            type="button"
            role="tab"
            aria-selected={item.value === value}
            aria-controls={children === undefined ? undefined : `${id}-panel`}
            tabIndex={item.value === value ? 0 : -1}
            onClick={() => {
              onChange(item.value);
            }}
          >
            {item.label}
            {item.count !== undefined && <em>{item.count}</em>}
          </button>
        ))}
      </div>
      {children !== undefined && (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} tabIndex={0}>
          {children}
        </div>
      )}
    </>
  );
}
