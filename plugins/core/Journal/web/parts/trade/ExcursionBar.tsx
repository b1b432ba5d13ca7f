import { Kpi, Signed, signOf, useFormat, useT } from '@aiwendy/sdk';
import type { Trade } from '../../journal';
import type { Excursion } from '../../prices';
import { averagePrice } from '../averagePrice';
import { extentOf } from '../statistics/extent';

const hatched = 'repeating-linear-gradient(135deg, var(--loss) 0 2px, var(--loss-soft) 2px 5px)';

/** How far the price went for and against the trade, and where it was closed between the two. */
export function ExcursionBar({ excursion, trade, risk }: { excursion: Excursion; trade: Trade; risk: number | null }) {
  const t = useT();
  const format = useFormat();
  const { at } = extentOf([-excursion.adverseMoney, excursion.favourableMoney, trade.gross]);
  const zero = at(0);
  const money = (value: number) => format.money(value, trade.currency, { signed: true });
  const inR = (value: number) => (risk ? ` · ${format.r(value / risk)}` : '');
  return (
    <div className="grid gap-3">
      <div className="relative h-12" aria-hidden="true">
        <span className="absolute top-4 h-3 rounded-l-[2px]" style={{ left: `${at(-excursion.adverseMoney)}%`, width: `${zero - at(-excursion.adverseMoney)}%`, border: '1px solid var(--loss)', background: hatched }} />
        <span className="absolute top-4 h-3 rounded-r-[2px]" style={{ left: `${zero}%`, width: `${at(excursion.favourableMoney) - zero}%`, background: 'var(--gain)' }} />
        <span className="absolute top-2 h-7 w-px" style={{ left: `${zero}%`, background: 'var(--text)' }} />
        <span className="absolute top-1 h-9 w-0 border-l-2" style={{ left: `${at(trade.gross)}%`, borderColor: 'var(--ink)' }} />
        <span className="absolute top-0 size-2.5 -translate-x-1/2 border-2" style={{ left: `${at(trade.gross)}%`, borderColor: 'var(--ink)', background: 'var(--surface)' }} />
      </div>
      <div className="grid grid-cols-2 gap-y-2 border-t border-line pt-2 md:grid-cols-4 [&_.aw-kpi]:border-0 [&_.aw-kpi]:p-0">
        <Kpi label={t('prices.adverse')} value={<Signed sign={excursion.adverse > 0 ? 'loss' : 'zero'} text={money(-excursion.adverseMoney)} />} context={`${averagePrice(excursion.adverse, format.language)}${inR(-excursion.adverseMoney)}`} />
        <Kpi label={t('prices.favourable')} value={<Signed sign={excursion.favourable > 0 ? 'gain' : 'zero'} text={money(excursion.favourableMoney)} />} context={`${averagePrice(excursion.favourable, format.language)}${inR(excursion.favourableMoney)}`} />
        <Kpi label={t('prices.atExit')} value={<Signed sign={signOf(trade.gross)} text={money(trade.gross)} />} context={t('prices.beforeFees')} />
        <Kpi label={t('prices.capture')} value={excursion.capture === null ? format.percent(null) : format.percent(excursion.capture * 100)} context={t(excursion.capture === null ? 'prices.noCapture' : 'prices.captureOf')} />
      </div>
    </div>
  );
}
