import { Card, Icon, Input, Segmented, useFormat, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import type { Import, ImportTotal } from '../../journal';
import { agreementOf, statementLines, typedOf, type StatementLine } from '../../statement';

/** The totals of a file beside those of the broker's statement; what is typed is only compared, never kept. */
export function StatementCard({ made }: { made: Import }) {
  const t = useT();
  const [currency, setCurrency] = useState(made.currency);
  const [typed, setTyped] = useState<Record<string, Partial<Record<StatementLine, string>>>>(() => ({ [made.currency]: typedOf(made) }));
  const total = made.totals.find((one) => one.currency === currency) ?? made.totals[0];
  if (!total) {
    return null;
  }
  const own = typed[total.currency] ?? {};
  const agreements = statementLines.map((line) => agreementOf(total, line, own[line]).agreement);
  const compared = agreements.filter((one) => one !== 'open').length;
  const wrong = agreements.filter((one) => one === 'differs' || one === 'unreadable').length;
  return (
    <Card
      flush
      title={t('statement.title')}
      action={made.totals.length > 1 ? <Segmented label={t('accounts.currency')} value={total.currency} onChange={setCurrency} options={made.totals.slice(0, 4).map((one) => ({ value: one.currency, label: one.currency }))} /> : <span className="text-12 text-text-3">{total.currency}</span>}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(92px,120px)] items-center gap-x-3 px-4 [&>*]:py-1.5">
        <span aria-hidden="true" /><span className="text-right text-12 text-text-3">{t('statement.read')}</span><span className="text-right text-12 text-text-3">{t('statement.statement')}</span>
        {statementLines.map((line) => (
          <Line key={line} line={line} total={total} value={own[line] ?? ''} onChange={(value) => { setTyped((before) => ({ ...before, [total.currency]: { ...own, [line]: value } })); }} />
        ))}
      </div>
      <p className="flex items-start gap-2 border-t border-line px-4 py-2.5 text-12 text-text-2" role="status">
        {compared > 0 ? <Icon name={wrong === 0 ? 'check' : 'warning'} className={wrong === 0 ? 'mt-0.5 shrink-0 text-ok' : 'mt-0.5 shrink-0 text-warn'} /> : null}
        {compared === 0 ? t('statement.lead') : wrong === 0 ? t('statement.agree', { count: compared }) : t('statement.differ', { count: wrong })}
      </p>
    </Card>
  );
}

function Line({ line, total, value, onChange }: { line: StatementLine; total: ImportTotal; value: string; onChange: (value: string) => void }) {
  const t = useT();
  const format = useFormat();
  const isMoney = line === 'gross' || line === 'fees' || line === 'net';
  const { agreement, difference } = agreementOf(total, line, value);
  const write = (amount: number, signed = false) => (isMoney ? format.money(amount, total.currency, { signed }) : `${signed && amount > 0 ? '+' : ''}${format.count(amount)}`);
  const id = `statement-${line}`;
  return (
    <div className="col-span-3 grid grid-cols-subgrid items-center border-t border-line" data-line={line} data-agreement={agreement}>
      <span className="text-text-2">{t(`statement.line.${line}`)}</span>
      <span className="aw-num text-right font-medium">{write(total[line])}</span>
      <Input
        className="text-right"
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('statement.of', { line: t(`statement.line.${line}`) })}
        aria-invalid={agreement === 'unreadable' || undefined}
        aria-describedby={agreement === 'differs' || agreement === 'unreadable' ? id : undefined}
        value={value}
        onChange={(event) => { onChange(event.target.value); }}
      />
      {agreement === 'differs' || agreement === 'unreadable' ? <span id={id} className="aw-num col-span-3 text-right text-12 text-warn">{agreement === 'differs' ? t('statement.off', { amount: write(difference, true) }) : t('annotate.notANumber')}</span> : null}
    </div>
  );
}
