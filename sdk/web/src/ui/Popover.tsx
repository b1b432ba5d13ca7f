import { cloneElement, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Anchored } from './Anchored';

type Trigger = ReactElement<{ onClick?: () => void; 'aria-expanded'?: boolean; 'aria-haspopup'?: 'dialog'; 'aria-controls'?: string }>;

export interface PopoverProps {
  label: string;
  /** A button; it opens and closes. */
  trigger: Trigger;
  children: ReactNode;
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A small surface beside its trigger. It is not modal; Esc or a press elsewhere closes it, and focus goes back. */
export function Popover({ label, trigger, children, align = 'start', open, onOpenChange }: PopoverProps) {
  const id = useId();
  const [isOwnOpen, setOwnOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const isOpen = open ?? isOwnOpen;
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return (
    <span ref={anchor} style={{ display: 'contents' }}>
      {cloneElement(trigger, {
        onClick: () => {
          change(!isOpen);
        },
        'aria-expanded': isOpen,
        'aria-haspopup': 'dialog',
        'aria-controls': isOpen ? id : undefined,
      })}
      {isOpen && (
        <Anchored
          id={id}
          role="dialog"
          aria-label={label}
          className="aw-popover"
          anchor={anchor}
          align={align}
          onClose={() => {
            change(false);
          }}
        >
          {children}
        </Anchored>
      )}
    </span>
  );
}
