import { AiTag, Button, CoachTile, Icon, IconButton, MessagePart, toast, useFormat, useT, type ToolPart } from '@aiwendy/sdk';
import type { Coach } from '../api';
import { withoutLinks } from '../logic/evidence';
import type { Answer } from '../logic/turns';
import { AnswerProblem } from './AnswerProblem';
import { Thinking, ToolSteps, seconds } from './AnswerSteps';
import { AnswerText } from './AnswerText';
import type { OpenEvidence } from './EvidenceDrawer';

export interface CoachAnswerProps {
  answer: Answer;
  coach: Coach | undefined;
  isLast: boolean;
  openChip: string | null;
  onOpen: (open: OpenEvidence | null) => void;
  onRetry: (answer: Answer) => void;
  onContinue: () => void;
}

/** One turn of the coach: thinking, tools, text, what went wrong, actions. */
export function CoachAnswer({ answer, coach, isLast, openChip, onOpen, onRetry, onContinue }: CoachAnswerProps) {
  const t = useT();
  const format = useFormat();
  if (answer.kind === 'crisis') {
    return <CrisisAnswer answer={answer} />;
  }
  const id = coach?.id ?? answer.coachId ?? 'host';
  const name = coach?.name ?? t('coach.gone');
  const isGrowing = answer.status === 'streaming';
  const isSilent = isGrowing && !answer.text && !answer.reasoning && answer.tools.length === 0;
  const retry = isLast && !isGrowing && answer.status !== 'complete';
  return (
    <article className="co-turn" data-role="coach" aria-label={t('answer.by', { name })}>
      <CoachTile id={id} name={name} />
      <div className="co-turn-body">
        <div className="co-name">
          <b>{name}</b>
          <AiTag />
          {answer.createdAt && <small className="aw-num">{format.time(answer.createdAt)}</small>}
        </div>
        {answer.reasoning && <Thinking text={answer.reasoning} isThinking={isGrowing && !answer.text} milliseconds={answer.thoughtMs} />}
        {answer.tools.length > 0 && <ToolSteps steps={answer.tools} isGrowing={isGrowing} />}
        {isSilent && <p className="co-waiting">{t('answer.waiting', { name })}</p>}
        {answer.text && (
          <AnswerText answerKey={answer.key} text={answer.text} evidence={answer.evidence} isGrowing={isGrowing} coachId={id} openChip={openChip} onOpen={onOpen} />
        )}
        <ToolParts answer={answer} />
        {answer.error && <AnswerProblem error={answer.error} onRetry={isLast && answer.error.retryable ? () => { onRetry(answer); } : undefined} />}
        <Ending answer={answer} onRetry={retry && !answer.error ? () => { onRetry(answer); } : undefined} onContinue={isLast ? onContinue : undefined} />
        {!isGrowing && answer.text && <Actions answer={answer} onRetry={isLast && !retry && answer.messageId ? () => { onRetry(answer); } : undefined} />}
      </div>
    </article>
  );
}

/** What plugins draw of the tools that were asked: the renderer of a tool has the tool's name. */
function ToolParts({ answer }: { answer: Answer }) {
  const done = new Map(answer.tools.filter((step) => step.status === 'done').map((step) => [step.name, step]));
  return (
    <div className="co-parts">
      {[...done.values()].map((step) => {
        const data: ToolPart = { step, figures: answer.evidence.figures, trades: answer.evidence.trades };
        return <MessagePart key={step.name} kind={step.name} data={data} />;
      })}
    </div>
  );
}

/** Says when an answer ended otherwise than by its coach. */
function Ending({ answer, onRetry, onContinue }: { answer: Answer; onRetry: (() => void) | undefined; onContinue: (() => void) | undefined }) {
  const t = useT();
  const ending = endingOf(answer);
  if (!ending) {
    return null;
  }
  const canContinue = onContinue && answer.text && ending !== 'content_filter' && ending !== 'refusal';
  return (
    <div className="co-ending">
      <span>
        <Icon name={ending === 'stopped' ? 'stop' : 'info'} />
        {t(`ending.${ending}`)}
      </span>
      {canContinue && (
        <Button size="small" onClick={onContinue}>
          {t('answer.continue')}
        </Button>
      )}
      {onRetry && (
        <Button size="small" kind="quiet" icon="refresh" onClick={onRetry}>
          {t('answer.retry')}
        </Button>
      )}
    </div>
  );
}

function endingOf(answer: Answer): string | null {
  if (answer.status === 'stopped' || answer.status === 'incomplete') {
    return answer.status;
  }
  return answer.status === 'complete' && answer.finish && answer.finish !== 'stop' ? answer.finish : null;
}

function Actions({ answer, onRetry }: { answer: Answer; onRetry: (() => void) | undefined }) {
  const t = useT();
  const format = useFormat();
  const about = [answer.model, answer.seconds === null ? null : seconds(answer.seconds * 1000, format.language)].filter(Boolean).join(t('answer.aboutComma'));
  async function copy() {
    try {
      await navigator.clipboard.writeText(withoutLinks(answer.text));
      toast(t('answer.copied'));
    } catch {
      toast(t('answer.notCopied'), { kind: 'error' });
    }
  }
  return (
    <div className="co-actions">
      <IconButton icon="copy" label={t('answer.copy')} onClick={() => void copy()} />
      {onRetry && <IconButton icon="refresh" label={t('answer.again')} onClick={onRetry} />}
      {about && <small className="aw-num">{about}</small>}
    </div>
  );
}

/** The fixed text with help lines: no coach, no figures, no actions. */
function CrisisAnswer({ answer }: { answer: Answer }) {
  const t = useT();
  return (
    <article className="co-crisis" aria-label={t('help.title')}>
      <AnswerText answerKey={answer.key} text={answer.text} evidence={answer.evidence} isGrowing={answer.status === 'streaming'} coachId="host" openChip={null} onOpen={() => undefined} />
    </article>
  );
}
