import { Badge, coachHue, EvidenceChip, LowSampleBadge, Markdown, useT, type EvidenceLink } from '@aiwendy/sdk';
import { useCallback, useMemo } from 'react';
import type { Evidence } from '../api';
import { findFigure, findTrade, firstLowSample } from '../logic/evidence';
import type { OpenEvidence } from './EvidenceDrawer';

interface AnswerTextProps {
  answerKey: string;
  text: string;
  evidence: Evidence;
  isGrowing: boolean;
  coachId: string;
  openChip: string | null;
  onOpen: (open: OpenEvidence | null) => void;
}

/** The coach's words, with a chip behind every figure and trade. A number that nothing backs is not shown. */
export function AnswerText({ answerKey, text, evidence, isGrowing, coachId, openChip, onOpen }: AnswerTextProps) {
  const t = useT();
  const low = useMemo(() => (isGrowing ? null : firstLowSample(text, evidence)), [isGrowing, text, evidence]);
  const renderEvidence = useCallback(
    (link: EvidenceLink) => {
      const figure = link.kind === 'figure' ? findFigure(evidence, link.id, link.text) : undefined;
      const trade = link.kind === 'trade' ? findTrade(evidence, link.id) : undefined;
      if (!figure && !trade) {
        return isGrowing ? <span className="aw-num">{link.text}</span> : <Badge tone="warn" icon="warning">{t('evidence.unbacked')}</Badge>;
      }
      const chip = `${answerKey} ${link.kind} ${link.id} ${link.text}`;
      return (
        <>
          <EvidenceChip
            kind={link.kind}
            text={link.text}
            open={openChip === chip}
            onOpen={() => {
              onOpen(openChip === chip ? null : { chip, figure, trade, evidence });
            }}
          >
            {link.text}
          </EvidenceChip>
          {low && low.id === link.id && low.text === link.text && (
            <>
              {' '}
              <LowSampleBadge n={low.n} />
            </>
          )}
        </>
      );
    },
    [answerKey, evidence, isGrowing, low, onOpen, openChip, t],
  );
  return (
    <div className="co-text" data-growing={isGrowing || undefined} style={{ '--co-caret': `var(--c-${coachHue(coachId)})` } as React.CSSProperties}>
      <Markdown text={text} isGrowing={isGrowing} renderEvidence={renderEvidence} />
    </div>
  );
}
