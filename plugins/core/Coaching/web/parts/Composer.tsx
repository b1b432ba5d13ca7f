import { Button, Icon, IconButton, useT } from '@aiwendy/sdk';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readDraft, writeDraft } from '../logic/drafts';
import { HelpDialog } from './HelpDialog';

const longest = 8000;
const warnFrom = 7500;

export interface ComposerProps {
  /** Key of the draft. */
  conversation: string;
  name: string;
  isBusy: boolean;
  isStopping: boolean;
  queued: string | null;
  /** Text that another page wants asked. */
  ask: string | null;
  onSend: (text: string) => Promise<boolean>;
  onQueue: (text: string | null) => void;
  onStop: () => void;
}

/** Where the person writes: up to eight lines; during an answer what is written waits. */
export function Composer({ conversation, name, isBusy, isStopping, queued, ask, onSend, onQueue, onStop }: ComposerProps) {
  const t = useT();
  const [text, setText] = useState(() => ask ?? readDraft(conversation));
  const [isHelpOpen, setHelpOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    writeDraft(conversation, text);
  }, [conversation, text]);

  useLayoutEffect(() => {
    const element = field.current;
    if (element) {
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight}px`;
    }
  }, [text]);

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.shiftKey) {
        field.current?.focus();
      } else if (event.key === 'Escape' && isBusy && !event.defaultPrevented && !document.querySelector('.aw-drawer, .aw-popover, .aw-menu, dialog[open]')) {
        event.preventDefault();
        onStop();
      }
    };
    document.addEventListener('keydown', keys);
    return () => {
      document.removeEventListener('keydown', keys);
    };
  }, [isBusy, onStop]);

  const trimmed = text.trim();
  const isTooLong = trimmed.length > longest;
  async function submit() {
    if (!trimmed || isTooLong) {
      return;
    }
    setText('');
    if (isBusy) {
      onQueue(queued ? `${queued}\n\n${trimmed}` : trimmed);
    } else if (!(await onSend(trimmed))) {
      setText(trimmed);
    }
  }

  return (
    <div className="co-composer">
      {queued !== null && (
        <div className="co-queued">
          <Icon name="clock" />
          <span>{t('composer.queued', { name })}</span>
          <em>{queued}</em>
          <IconButton
            icon="edit"
            label={t('composer.unqueue')}
            onClick={() => {
              setText((now) => (now ? `${queued}\n\n${now}` : queued));
              onQueue(null);
              field.current?.focus();
            }}
          />
        </div>
      )}
      <form
        className="co-box"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={t('composer.label', { name })}
          placeholder={t(isBusy ? 'composer.busy' : 'composer.placeholder', { name })}
          aria-invalid={isTooLong || undefined}
          aria-describedby={isTooLong ? 'co-too-long' : undefined}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void submit();
            }
          }}
        />
        <div className="co-box-bar">
          <span className="co-hint aw-desktop-only">{t('composer.keys')}</span>
          {trimmed.length >= warnFrom && (
            <span id="co-too-long" className="co-count aw-num" data-over={isTooLong || undefined} role={isTooLong ? 'alert' : undefined}>
              {t(isTooLong ? 'composer.tooLong' : 'composer.count', { length: trimmed.length.toLocaleString('en-US'), limit: '8,000' })}
            </span>
          )}
          <span className="co-grow" />
          {isBusy ? (
            <button type="button" className="co-stop" onClick={onStop} disabled={isStopping}>
              <Icon name="stop" />
              {t(isStopping ? 'composer.stopping' : 'composer.stop')}
              {!isStopping && <kbd>Esc</kbd>}
            </button>
          ) : (
            <Button type="submit" kind="primary" icon="send" disabled={!trimmed || isTooLong}>
              {t('composer.send')}
            </Button>
          )}
        </div>
      </form>
      <p className="co-note">
        <span>{t('composer.disclosure', { name })}</span>{' '}
        <button
          type="button"
          className="aw-link"
          onClick={() => {
            setHelpOpen(true);
          }}
        >
          {t('help.open')}
        </button>
      </p>
      <HelpDialog
        open={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
    </div>
  );
}
