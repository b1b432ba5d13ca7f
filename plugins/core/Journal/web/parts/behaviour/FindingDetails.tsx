import { Money } from '@aiwendy/sdk';
import type { Finding } from '../../behaviour';
import { useFindingText } from './useFindingText';

/** The numbers behind a finding: effect with its interval, what was compared, what it cost. */
export function FindingDetails({ finding, currency }: { finding: Finding; currency: string | null }) {
  const { t, format, number, chance } = useFindingText();
  const p = finding.corrected ?? finding.pValue;
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] text-12 [&>dd]:pl-4 [&>dd]:text-right [&>dd]:font-medium [&>dd]:text-text [&>dt]:text-text-2 [&>*]:border-t [&>*]:border-line [&>*]:py-1.5">
      {finding.effect === null ? null : (
        <>
          <dt>{t('behaviour.effect')}{finding.interval ? <small className="aw-num block text-12 text-text-3">{t('figure.interval', { level: Math.round(finding.interval.level * 100), low: number(finding.interval.low, finding.effectUnit, currency), high: number(finding.interval.high, finding.effectUnit, currency) })}</small> : null}</dt>
          <dd className="aw-num">{number(finding.effect, finding.effectUnit, currency)}</dd>
        </>
      )}
      {finding.parts.map((part) => [<dt key={`${part.id}-label`}>{part.label}</dt>, <dd key={part.id} className="aw-num">{number(part.value, part.unit, currency)}</dd>])}
      <dt>{t('behaviour.observations')}</dt>
      <dd className="aw-num">{format.count(finding.n)}</dd>
      {p === null ? null : (
        <>
          <dt>{t('behaviour.corrected')}</dt>
          <dd className="aw-num">{chance(p)}</dd>
        </>
      )}
      {finding.cost ? (
        <>
          <dt>{t('behaviour.result')}</dt>
          <dd><Money value={-finding.cost.amount} currency={finding.cost.currency} /></dd>
        </>
      ) : null}
    </dl>
  );
}
