import { cloneElement, useId, useRef, useState, type ReactElement, type Ref } from 'react';
import { createPortal } from 'react-dom';

type Trigger = ReactElement<{
  'aria-describedby'?: string;
  'aria-label'?: string;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  onPointerDown?: () => void;
  onFocus?: () => void;
  onBlur?: () => void;
  ref?: Ref<HTMLElement>;
}>;

/** A few words on hover and focus. It never carries what is nowhere else. */
export function Tooltip({ text, children }: { text: string; children: Trigger }) {
  const id = useId();
  const [place, setPlace] = useState<{ left: number; top: number; below: boolean } | null>(null);
  const timer = useRef(0);
  const box = useRef<HTMLSpanElement>(null);

  const show = (delay: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const target = box.current?.firstElementChild?.getBoundingClientRect();
      if (target && target.width > 0) {
        const below = target.top < 60;
        setPlace({ left: Math.min(Math.max(target.left + target.width / 2, 80), window.innerWidth - 80), top: below ? target.bottom + 6 : target.top - 6, below });
      }
    }, delay);
  };
  const hide = () => {
    window.clearTimeout(timer.current);
    setPlace(null);
  };

  const describes = children.props['aria-label'] !== text;
  return (
    <span
      ref={box}
      style={{ display: 'contents' }}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(400)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {describes ? cloneElement(children, { 'aria-describedby': place ? id : undefined }) : children}
      {place &&
        createPortal(
          <span id={id} role="tooltip" className="aw-tooltip" data-below={place.below || undefined} style={{ left: place.left, top: place.top }}>
            {text}
          </span>,
          document.body,
        )}
    </span>
  );
}
