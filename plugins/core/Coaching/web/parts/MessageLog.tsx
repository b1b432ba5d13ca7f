import { Button, Icon, useT } from '@aiwendy/sdk';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Coach } from '../api';
import { nextSentences } from '../logic/sentences';
import type { Answer } from '../logic/turns';
import type { Turn } from '../logic/useConversation';
import { CoachAnswer } from './CoachAnswer';
import type { OpenEvidence } from './EvidenceDrawer';

const nearBottom = 48;

export interface MessageLogProps {
  turns: readonly Turn[];
  coaches: readonly Coach[];
  isBusy: boolean;
  /** Changes when the person sent something; the log then goes to its end. */
  sent: number;
  openChip: string | null;
  onOpen: (open: OpenEvidence | null) => void;
  onRetry: (answer: Answer) => void;
  onContinue: () => void;
  older?: { load: () => void; isLoading: boolean };
  children?: ReactNode;
}

/** The conversation. It follows the text only while the person is at its end. */
export function MessageLog({ turns, coaches, isBusy, sent, openChip, onOpen, onRetry, onContinue, older, children }: MessageLogProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [isBehind, setBehind] = useState(false);

  const toEnd = () => {
    follows.current = true;
    setBehind(false);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };

  useLayoutEffect(toEnd, [sent]);

  useEffect(() => {
    const element = column.current;
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      const outer = box.current;
      if (!outer) {
        return;
      }
      if (follows.current) {
        outer.scrollTop = outer.scrollHeight;
      } else {
        setBehind(outer.scrollHeight - outer.scrollTop - outer.clientHeight > nearBottom);
      }
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const onScroll = () => {
    const outer = box.current;
    if (outer) {
      follows.current = outer.scrollHeight - outer.scrollTop - outer.clientHeight <= nearBottom;
      if (follows.current) {
        setBehind(false);
      }
    }
  };

  const newest = turns.at(-1);
  return (
    <div className="co-scroll-frame">
      <div className="co-scroll" ref={box} onScroll={onScroll} tabIndex={0} role="group" aria-label={t('chat.conversation')}>
        <div className="co-column" ref={column} role="log" aria-live="off" aria-label={t('chat.messages')}>
          {older && (
            <Button kind="quiet" size="small" className="co-older" busy={older.isLoading} onClick={older.load}>
              {t('chat.older')}
            </Button>
          )}
          {children}
          {turns.map((one, index) =>
            one.type === 'user' ? (
              <article className="co-turn" data-role="user" key={one.turn.key} aria-label={t('chat.you')}>
                <div className="co-user">{one.turn.text}</div>
              </article>
            ) : (
              <CoachAnswer
                key={one.turn.key}
                answer={one.turn}
                coach={coaches.find((coach) => coach.id === one.turn.coachId)}
                isLast={index === turns.length - 1}
                openChip={openChip}
                onOpen={onOpen}
                onRetry={onRetry}
                onContinue={onContinue}
              />
            ),
          )}
        </div>
      </div>
      {isBehind && (
        <button type="button" className="co-new-text" onClick={toEnd}>
          <Icon name="arrow-down" />
          {t(isBusy ? 'chat.newText' : 'chat.toEnd')}
        </button>
      )}
      <Spoken answer={newest?.type === 'answer' ? newest.turn : null} isBusy={isBusy} />
    </div>
  );
}

/** Reads the growing answer out by sentences. */
function Spoken({ answer, isBusy }: { answer: Answer | null; isBusy: boolean }) {
  const progress = useRef({ key: '', spoken: 0 });
  const [words, setWords] = useState('');
  const key = answer?.key ?? '';
  const text = answer?.text ?? '';
  const isGrowing = answer?.status === 'streaming';
  useEffect(() => {
    if (!isBusy && progress.current.key !== key) {
      return;
    }
    if (progress.current.key !== key) {
      progress.current = { key, spoken: 0 };
    }
    const next = nextSentences(text, progress.current.spoken, !isGrowing);
    if (next.words) {
      progress.current.spoken = next.spoken;
      setWords(next.words);
    }
  }, [key, text, isGrowing, isBusy]);
  return (
    <div className="aw-vh" aria-live="polite">
      {words}
    </div>
  );
}
