import { Badge, Card, EmptyState, ErrorState, Icon, PageHead, Skeleton, useT } from '@aiwendy/sdk';
import type { ReactNode } from 'react';
import { sortFindings, type Behaviour, type Finding } from '../behaviour';
import { FindingActions } from '../parts/behaviour/FindingActions';
import { FindingDetails } from '../parts/behaviour/FindingDetails';
import { useBehaviour } from '../parts/behaviour/useBehaviour';
import { useFindingText } from '../parts/behaviour/useFindingText';
import { FilterBar } from '../parts/filter/FilterBar';
import { NoneMatches } from '../parts/filter/NoneMatches';
import { useIsNarrowed } from '../parts/filter/useTradeQuery';
import { NoTrades } from '../parts/NoTrades';
import { SampleNotice } from '../parts/SampleNotice';

/** What goes together in one's trades: clear findings first, then what may be chance, then what lacks data. */
export default function BehaviourPage() {
  const t = useT();
  const behaviour = useBehaviour();
  const isNarrowed = useIsNarrowed();
  return (
    <>
      <PageHead title={t('behaviour.title')}>{t('behaviour.lead')}</PageHead>
      <SampleNotice />
      {isNarrowed || (behaviour.data?.trades ?? 0) > 0 ? <FilterBar /> : null}
      {behaviour.isPending ? <Card flush><Skeleton lines={10} /></Card> : null}
      {behaviour.isError ? <Card><ErrorState problem={behaviour.error} onRetry={() => void behaviour.refetch()} /></Card> : null}
      {behaviour.data?.trades === 0 ? (isNarrowed ? <NoneMatches /> : <NoTrades />) : null}
      {behaviour.data && behaviour.data.trades > 0 ? <Findings behaviour={behaviour.data} /> : null}
    </>
  );
}

function Findings({ behaviour }: { behaviour: Behaviour }) {
  const t = useT();
  const { clear, open, silent, declined } = sortFindings(behaviour.items);
  return (
    <div className="grid gap-5">
      <p className="text-12 text-text-3">{t('behaviour.basis', { count: behaviour.trades, detectors: behaviour.items.length })}{behaviour.truncated ? ` ${t('behaviour.truncated')}` : ''}</p>
      <Section title={t('behaviour.clear')} count={clear.length}>
        {clear.length === 0 ? <Card><EmptyState icon="check">{t('behaviour.nothingClear')}</EmptyState></Card> : <div className="gap-3 xl:columns-2">{clear.map((finding) => <ClearFinding key={finding.id} finding={finding} currency={behaviour.currency} />)}</div>}
      </Section>
      {open.length > 0 ? <Section title={t('behaviour.open')} count={open.length} note={t('behaviour.openLead')}><FoldedFindings findings={open} currency={behaviour.currency} /></Section> : null}
      {silent.length > 0 ? <Section title={t('behaviour.silent')} count={silent.length}><SilentFindings findings={silent} /></Section> : null}
      {declined.length > 0 ? <Section title={t('behaviour.declined')} count={declined.length}><FoldedFindings findings={declined} currency={behaviour.currency} /></Section> : null}
    </div>
  );
}

function Section({ title, count, note, children }: { title: string; count: number; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-16 font-semibold">{title} <span className="font-normal text-text-3">{count}</span></h2>
      {note ? <p className="mb-2 text-text-2">{note}</p> : null}
      {children}
    </section>
  );
}

function ClearFinding({ finding, currency }: { finding: Finding; currency: string | null }) {
  const { t, chance } = useFindingText();
  const p = finding.corrected ?? finding.pValue;
  return (
    <Card
      className="mb-3 break-inside-avoid"
      data-finding={finding.detector}
      title={finding.title}
      action={<Badge>{p === null ? t('context.n', { n: finding.n }) : `${chance(p)} · n ${finding.n}`}</Badge>}
      footer={<FindingActions finding={finding} />}
    >
      <p className="mb-3 text-14 leading-read">{finding.sentence}</p>
      {finding.score === null ? null : <Score value={finding.score} />}
      <FindingDetails finding={finding} currency={currency} />
    </Card>
  );
}

/** How strongly it shows, as words and a bar without any alarm. */
function Score({ value }: { value: number }) {
  const { t } = useFindingText();
  return (
    <div className="mb-3 grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-3 text-12 text-text-2">
      <span>{t('behaviour.score')}</span>
      <span className="h-1.5 overflow-hidden rounded-full bg-hover" aria-hidden="true"><span className="block h-full rounded-full bg-text-2" style={{ width: `${Math.min(100, Math.max(0, value))}%` }} /></span>
      <span className="aw-num font-medium text-text">{t('behaviour.ofHundred', { value })}</span>
    </div>
  );
}

function FoldedFindings({ findings, currency }: { findings: readonly Finding[]; currency: string | null }) {
  const { t, chance } = useFindingText();
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {findings.map((finding) => {
          const p = finding.corrected ?? finding.pValue;
          return (
            <li key={finding.id} data-finding={finding.detector}>
              <details className="group">
                <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-4 py-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
                  <Icon name="chevron-right" className="shrink-0 transition-transform group-open:rotate-90" />
                  <span className="min-w-0 flex-1 font-medium">{finding.title}</span>
                  <Badge>{p === null ? t('context.n', { n: finding.n }) : `${chance(p)} · n ${finding.n}`}</Badge>
                </summary>
                <div className="grid gap-3 px-4 pb-4 md:pl-11">
                  <p className="max-w-[80ch] leading-read">{finding.sentence}</p>
                  <div className="max-w-[560px]"><FindingDetails finding={finding} currency={currency} /></div>
                  <FindingActions finding={finding} />
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function SilentFindings({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {findings.map((finding) => (
          <li key={finding.id} data-finding={finding.detector} className="grid items-center gap-x-4 gap-y-1 px-4 py-2 md:grid-cols-[minmax(0,1fr)_180px]">
            <span><b className="font-medium">{finding.title}</b><span className="block text-12 text-text-3">{finding.sentence}</span></span>
            <span className="grid gap-1 text-12 text-text-3">
              <span className="aw-num">{t('behaviour.have', { n: finding.n, required: finding.nRequired })}</span>
              <span className="h-1 overflow-hidden rounded-full bg-hover" aria-hidden="true"><span className="block h-full bg-text-3" style={{ width: `${Math.min(100, (finding.n / finding.nRequired) * 100)}%` }} /></span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
