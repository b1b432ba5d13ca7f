import { Badge, Card, Link, Money, Skeleton, useLocation, useT } from '@aiwendy/sdk';
import { strongest, type Finding } from '../../behaviour';
import { FindingCard } from '../FindingCard';
import { FindingActions } from './FindingActions';
import { useBehaviour } from './useBehaviour';
import { useFindingText } from './useFindingText';

/** The clearest habit of all that were looked for; where none is clear, what happens after a loss. */
export function StrongestCard() {
  const t = useT();
  const behaviour = useBehaviour();
  if (behaviour.isPending) {
    return <Card span={4} title={t('behaviour.strongest')}><Skeleton lines={7} /></Card>;
  }
  const finding = behaviour.data ? strongest(behaviour.data.items) : null;
  return finding && behaviour.data ? <Strongest finding={finding} currency={behaviour.data.currency} /> : <FindingCard />;
}

function Strongest({ finding, currency }: { finding: Finding; currency: string | null }) {
  const { t, number, chance } = useFindingText();
  const { search } = useLocation();
  const p = finding.corrected ?? finding.pValue;
  return (
    <Card span={4} data-finding={finding.detector} title={t('behaviour.strongest')} action={<Badge>{p === null ? t('context.n', { n: finding.n }) : `${chance(p)} · n ${finding.n}`}</Badge>}>
      <div className="grid gap-3">
        <h3 className="text-16 font-semibold">{finding.title}</h3>
        <p className="text-text-2">{finding.sentence}</p>
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] text-12 [&>dd]:pl-3">
          {finding.parts.slice(0, 3).map((part) => [<dt key={`${part.id}-label`} className="border-t border-line py-1.5 text-text-2">{part.label}</dt>, <dd key={part.id} className="aw-num border-t border-line py-1.5 text-right font-medium">{number(part.value, part.unit, currency)}</dd>])}
          {finding.cost ? <><dt className="border-t border-line py-1.5 text-text-2">{t('behaviour.result')}</dt><dd className="border-t border-line py-1.5 text-right text-14"><Money value={-finding.cost.amount} currency={finding.cost.currency} /></dd></> : null}
        </dl>
        <FindingActions finding={finding} brief />
        <p><Link className="aw-link" to={`/behaviour${search}`}>{t('behaviour.all')}</Link></p>
      </div>
    </Card>
  );
}
