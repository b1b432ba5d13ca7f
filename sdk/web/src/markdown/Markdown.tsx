import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { closeOpenMarks, splitBlocks } from './blocks';

const MarkdownBlock = lazy(() => import('./MarkdownBlock'));

export interface EvidenceLink {
  /** `evidence:` links are figures, `trade:` links are trades. */
  kind: 'figure' | 'trade';
  id: string;
  text: string;
}

export interface MarkdownProps {
  text: string;
  /** The text still grows; half marks at its end are completed. */
  isGrowing?: boolean;
  /** Draws an `evidence:` or `trade:` link. Keep it stable (`useCallback`), or every block is drawn anew. */
  renderEvidence?: (link: EvidenceLink) => ReactNode;
  /** Behind the last word, e.g. a caret. */
  tail?: ReactNode;
}

/** Reading text from Markdown: no HTML, no images, links to the web open elsewhere, evidence becomes chips. */
export function Markdown({ text, isGrowing = false, renderEvidence, tail }: MarkdownProps) {
  const blocks = useMemo(() => splitBlocks(text), [text]);
  const last = blocks.length - 1;
  return (
    <div className="aw-md">
      {blocks.map((block, index) => (
        <Suspense key={index} fallback={<p>{block}</p>}>
          <MarkdownBlock text={isGrowing && index === last ? closeOpenMarks(block) : block} renderEvidence={renderEvidence} />
        </Suspense>
      ))}
      {tail}
    </div>
  );
}
