/** The rules of an evaluation programme that an account is traded by. */
export interface PropRules {
  id: string;
  accountId: string;
  name: string;
  dailyLoss: number | null;
  maxDrawdown: number | null;
  drawdown: 'static' | 'trailing';
  profitTarget: number | null;
  consistency: number | null;
  minimumDays: number | null;
}

export type PropRuleState = 'kept' | 'broken' | 'reached' | 'pending' | 'notApplicable';

export interface PropRuleStatus {
  rule: string;
  limit: number;
  value: number | null;
  remaining: number | null;
  unit: 'money' | 'percent' | 'count';
  state: PropRuleState;
  day: string | null;
}

export interface PropStanding {
  id: string;
  accountId: string;
  name: string;
  currency: string;
  state: 'broken' | 'running' | 'passed';
  rules: PropRuleStatus[];
}

export const propAmounts = ['dailyLoss', 'maxDrawdown', 'profitTarget', 'consistency', 'minimumDays'] as const;

export interface PropDraft {
  accountId: string;
  name: string;
  drawdown: PropRules['drawdown'];
  dailyLoss: string;
  maxDrawdown: string;
  profitTarget: string;
  consistency: string;
  minimumDays: string;
}

/** The draft as the server takes it, or the field that keeps it from being sent. */
export function propInputOf(draft: PropDraft): { input: Omit<PropRules, 'id'> } | { problem: 'name' | 'amount' | 'none' } {
  if (draft.name.trim() === '') {
    return { problem: 'name' };
  }
  const amounts = propAmounts.map((name) => [name, draft[name].trim() === '' ? null : Number(draft[name].trim().replace(',', '.'))] as const);
  if (amounts.some(([, amount]) => amount !== null && !(amount > 0 && Number.isFinite(amount)))) {
    return { problem: 'amount' };
  }
  if (amounts.every(([, amount]) => amount === null)) {
    return { problem: 'none' };
  }
  const input = Object.fromEntries(amounts) as Pick<PropRules, (typeof propAmounts)[number]>;
  return { input: { accountId: draft.accountId, name: draft.name.trim(), drawdown: draft.drawdown, ...input } };
}

/** The share of a limit that is used, 0 to 1, or how much of a goal is reached. */
export function usedOf(status: PropRuleStatus): number {
  return status.value === null || status.limit <= 0 ? 0 : Math.min(1, Math.max(0, status.value / status.limit));
}
