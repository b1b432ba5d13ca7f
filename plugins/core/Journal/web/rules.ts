export type RuleAction = 'warn' | 'confirm' | 'block';

export interface RuleLimit {
  value: number;
  action: RuleAction;
}

export interface RuleItem {
  value: string;
  action: RuleAction;
}

export const limits = ['maxDailyLoss', 'maxTradesPerDay', 'coolDownMinutes', 'maxSize', 'maxOpenPositions'] as const;
export type LimitName = (typeof limits)[number];

/** Limits that only whole numbers make sense for. */
export const wholeLimits: ReadonlySet<LimitName> = new Set<LimitName>(['maxTradesPerDay', 'coolDownMinutes', 'maxOpenPositions']);

export type RuleSet = Record<LimitName, RuleLimit | null> & { requiredChecklist: RuleItem[] };

/** The rules that hold, and looser ones that wait for the next trading day. */
export type Rules = RuleSet & { pending: { from: string; rules: RuleSet } | null };

export interface Lock {
  locked: boolean;
  since: string | null;
  until: string | null;
  remainingMinutes: number;
}

export interface Check {
  decision: 'allowed' | 'warn' | 'confirm' | 'blocked';
  reasons: CheckReason[];
  lock: Lock | null;
  checkId: string;
}

export interface CheckReason {
  rule: string;
  action: RuleAction;
  message: string;
  value: number;
  limit: number;
  missing: string[];
}

export interface Override {
  id: string;
  kind: 'overridden' | 'ignored';
  at: string;
  accountId: string;
  symbol: string;
  side: 'long' | 'short';
  quantity: number;
  decision: Check['decision'];
  reasons: CheckReason[];
  note: string | null;
  trades: string[];
  /** What these trades lost; negative when they earned. */
  cost: { amount: number; currency: string } | null;
}

/** How one rule stands today, without any intended trade. */
export interface RuleStanding {
  rule: string;
  action: RuleAction;
  /** Null while it does not apply, for example without any loss to wait after. */
  value: number | null;
  limit: number;
  /** Whether the next trade would be held up. */
  reached: boolean;
}

export interface AccountStanding {
  accountId: string;
  currency: string;
  net: number;
  trades: number;
  openPositions: number;
  rules: RuleStanding[];
}

export interface RuleStatus {
  items: AccountStanding[];
  lock: Lock;
}

/** The share of a limit that is used, 0 to 1; null for a pause, which is not used up but waited out. */
export function shareOf(rule: RuleStanding): number | null {
  return rule.rule === 'cool_down' || rule.value === null ? null : Math.min(1, Math.max(0, rule.value / rule.limit));
}

/** What stands in the form: texts, so that a half-typed number is kept. */
export interface RulesDraft {
  limits: Record<LimitName, { text: string; action: RuleAction }>;
  checklist: RuleItem[];
}

/** The rules that the person wants: the waiting ones where some wait. */
export function draftOf(rules: Rules): RulesDraft {
  const wanted: RuleSet = rules.pending?.rules ?? rules;
  return {
    limits: Object.fromEntries(limits.map((name) => [name, { text: wanted[name] ? String(wanted[name].value) : '', action: wanted[name]?.action ?? 'confirm' }])) as RulesDraft['limits'],
    checklist: wanted.requiredChecklist,
  };
}

/** Which fields of a draft can not be sent. */
export function problemsOf(draft: RulesDraft): Partial<Record<LimitName, 'number' | 'whole'>> {
  const problems: Partial<Record<LimitName, 'number' | 'whole'>> = {};
  for (const name of limits) {
    const text = draft.limits[name].text.trim();
    const value = Number(text);
    if (text !== '' && !(value > 0 && Number.isFinite(value))) {
      problems[name] = 'number';
    } else if (text !== '' && wholeLimits.has(name) && !Number.isInteger(value)) {
      problems[name] = 'whole';
    }
  }
  return problems;
}

/** The draft as the server takes it; an empty field rules nothing. */
export function rulesOf(draft: RulesDraft): RuleSet {
  return {
    ...(Object.fromEntries(limits.map((name) => [name, draft.limits[name].text.trim() === '' ? null : { value: Number(draft.limits[name].text), action: draft.limits[name].action }])) as Record<LimitName, RuleLimit | null>),
    requiredChecklist: draft.checklist.filter((item) => item.value.trim() !== '').map((item) => ({ ...item, value: item.value.trim() })),
  };
}
