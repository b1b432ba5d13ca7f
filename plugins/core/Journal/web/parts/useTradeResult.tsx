import { Money, RMultiple, Signed, signOf, Undefined, useFormat, useGlobalBar, useT, type GlobalBar } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { journalKey, listAccounts, type Account, type Trade } from '../journal';

/** What percentages of a trade are taken of: the start balances of the accounts that the bar shows, in the trade's currency. */
export function startBalanceOf(accounts: readonly Pick<Account, 'id' | 'currency' | 'startBalance'>[], bar: Pick<GlobalBar, 'account'>, currency: string): number {
  return accounts.filter((account) => account.currency === currency && (!bar.account || account.id === bar.account)).reduce((sum, account) => sum + (account.startBalance ?? 0), 0);
}

/** The result of a trade as the bar asks for it: net or gross, in money, percent of the start balance or R. */
export function useTradeResult(): { header: string; cell: (trade: Trade) => ReactNode; isMoney: boolean } {
  const t = useT();
  const format = useFormat();
  const [bar] = useGlobalBar();
  const accounts = useQuery({ queryKey: [journalKey, 'accounts'], queryFn: ({ signal }) => listAccounts(signal), enabled: bar.unit === 'percent' });
  const isGross = bar.basis === 'gross';
  const cell = (trade: Trade): ReactNode => {
    const result = isGross ? trade.gross : trade.net;
    if (bar.unit === 'r') {
      return trade.risk ? <RMultiple value={result / trade.risk} plain={false} /> : <Undefined reason={t(trade.risk === 0 ? 'reason.risk_zero' : 'reason.no_stop_trade')} />;
    }
    if (bar.unit === 'percent') {
      const start = startBalanceOf(accounts.data ?? [], bar, trade.currency);
      return start > 0 ? <Signed sign={signOf(result)} text={format.percent((100 * result) / start, { digits: 2, signed: true })} /> : <Undefined reason={t('reason.no_start_balance')} />;
    }
    return <Money value={result} currency={trade.currency} />;
  };
  return { header: t(isGross ? 'trade.gross' : 'trade.net'), cell, isMoney: bar.unit === 'money' && !isGross };
}
