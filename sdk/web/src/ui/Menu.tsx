import { cloneElement, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import { Anchored } from './Anchored';

export type MenuItem =
  | {
      label: string;
      icon?: IconName;
      onSelect: () => void;
      disabled?: boolean;
      destructive?: boolean;
      checked?: boolean;
    }
  | 'separator';

interface TriggerProps {
  onClick?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
}

export interface MenuProps {
  /** A button; it opens with a click, Enter or the down arrow. */
  trigger: ReactElement<TriggerProps>;
  items: readonly MenuItem[];
  label: string;
  align?: 'start' | 'end';
}

/** A menu of actions, as WAI-ARIA describes it: arrows, Home, End, first letters, Esc. It is not modal. */
export function Menu({ trigger, items, label, align = 'end' }: MenuProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span ref={anchor} style={{ display: 'contents' }}>
      {cloneElement(trigger, {
        onClick: () => {
          setOpen(!isOpen);
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            setOpen(true);
          }
        },
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
      })}
      {isOpen && (
        <Anchored
          id={id}
          role="menu"
          aria-label={label}
          className="aw-menu"
          anchor={anchor}
          align={align}
          onClose={() => {
            setOpen(false);
          }}
          onOpened={(surface) => {
            entries(surface)[0]?.focus({ preventScroll: true });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Tab') {
              setOpen(false);
            } else {
              walk(event);
            }
          }}
        >
          {items.map((item, index) =>
            item === 'separator' ? (
              <div key={index} role="separator" className="aw-menu-line" />
            ) : (
              <button
                key={index}
                type="button"
                role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked={item.checked}
                aria-disabled={item.disabled || undefined}
                tabIndex={-1}
                className="aw-menu-item"
                data-destructive={item.destructive || undefined}
                onPointerMove={(event) => {
                  event.currentTarget.focus({ preventScroll: true });
                }}
                onClick={() => {
                  if (!item.disabled) {
                    setOpen(false);
                    item.onSelect();
                  }
                }}
              >
                {item.icon && <Icon name={item.icon} />}
                <span>{item.label}</span>
                {item.checked && <Icon name="check" />}
              </button>
            ),
          )}
        </Anchored>
      )}
    </span>
  );
}

function entries(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
}

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const all = entries(event.currentTarget);
  const current = all.indexOf(document.activeElement as HTMLElement);
  const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: all.length - 1 }[event.key];
  if (target !== undefined) {
    event.preventDefault();
    all[(target + all.length) % all.length]?.focus();
  } else if (event.key.length === 1 && event.key !== ' ') {
    const letter = event.key.toLowerCase();
    [...all.slice(current + 1), ...all].find((entry) => entry.textContent.trim().toLowerCase().startsWith(letter))?.focus();
  }
}
