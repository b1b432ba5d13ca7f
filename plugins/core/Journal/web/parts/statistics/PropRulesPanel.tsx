import { api, Badge, Button, Card, EmptyState, ErrorState, Icon, IconButton, Skeleton, toast, toProblem, useFormat, useT, type IconName, type Tone } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey, listAccounts } from '../../journal';
import { usedOf, type PropRules, type PropRuleState, type PropRuleStatus, type PropStanding } from '../../propRules';
import { PropRulesDialog } from './PropRulesDialog';
import { useStatisticText } from './useStatisticText';

const standings: Record<PropStanding['state'], { tone: Tone; icon: IconName }> = {
  broken: { tone: 'danger', icon: 'error' },
  running: { tone: 'neutral', icon: 'clock' },
  passed: { tone: 'ok', icon: 'check' },
};

const icons: Record<PropRuleState, { icon: IconName; className: string }> = {
  kept: { icon: 'check', className: 'text-ok' },
  reached: { icon: 'check', className: 'text-ok' },
  broken: { icon: 'error', className: 'text-danger' },
  pending: { icon: 'clock', className: 'text-text-3' },
  notApplicable: { icon: 'minus', className: 'text-text-3' },
};

/** How accounts stand against the rules of their evaluation programmes. */
export function PropRulesPanel() {
  const t = useT();
  const [isAdding, setAdding] = useState(false);
  const standing = useQuery({ queryKey: [journalKey, 'prop-standing'], queryFn: async ({ signal }) => (await api.get<{ items: PropStanding[] }>('/api/journal/prop-rules/status', { signal })).items });
  const list = standing.data ?? [];
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[80ch] text-text-2">{t('stats.programmes.lead')}</p>
        <Button icon="plus" onClick={() => { setAdding(true); }}>{t('stats.programmes.add')}</Button>
      </div>
      {standing.isPending ? <Card flush><Skeleton lines={5} /></Card> : null}
      {standing.isError ? <Card><ErrorState problem={standing.error} onRetry={() => void standing.refetch()} /></Card> : null}
      {standing.isSuccess && list.length === 0 ? <Card><EmptyState icon="shield">{t('stats.programmes.none')}</EmptyState></Card> : null}
      <div className="grid items-start gap-3 lg:grid-cols-2">{list.map((one) => <Standing key={one.id} standing={one} />)}</div>
      {isAdding ? <PropRulesDialog onClose={() => { setAdding(false); }} /> : null}
    </div>
  );
}

function Standing({ standing }: { standing: PropStanding }) {
  const t = useT();
  const client = useQueryClient();
  const accounts = useQuery({ queryKey: [journalKey, 'accounts'], queryFn: ({ signal }) => listAccounts(signal) });
  const refresh = () => client.invalidateQueries({ queryKey: [journalKey, 'prop-standing'] });
  const complain = (error: unknown) => { toast(toProblem(error).message, { kind: 'error' }); };
  const restore = useMutation({ mutationFn: (rules: Omit<PropRules, 'id'>) => api.post('/api/journal/prop-rules', rules), onSuccess: refresh, onError: complain });
  const remove = useMutation({
    mutationFn: async () => {
      const kept = (await api.get<{ items: PropRules[] }>('/api/journal/prop-rules')).items.find((one) => one.id === standing.id);
      await api.delete(`/api/journal/prop-rules/${standing.id}`);
      return kept;
    },
    onSuccess: async (kept) => {
      await refresh();
      toast(t('stats.programmes.removed', { name: standing.name }), kept ? { action: { label: t('undo'), run: () => { const { id: _, ...rules } = kept; restore.mutate(rules); } } } : {});
    },
    onError: complain,
  });
  const look = standings[standing.state];
  return (
    <Card
      data-programme={standing.name}
      title={standing.name}
      meta={accounts.data?.find((account) => account.id === standing.accountId)?.name}
      action={<span className="flex items-center gap-2"><Badge tone={look.tone} icon={look.icon}>{t(`stats.programmes.state.${standing.state}`)}</Badge><IconButton icon="trash" label={t('stats.programmes.remove', { name: standing.name })} onClick={() => { remove.mutate(); }} /></span>}
    >
      <ul className="divide-y divide-line">{standing.rules.map((rule) => <RuleStatus key={rule.rule} status={rule} currency={standing.currency} />)}</ul>
    </Card>
  );
}

function RuleStatus({ status, currency }: { status: PropRuleStatus; currency: string }) {
  const t = useT();
  const format = useFormat();
  const { number } = useStatisticText();
  const amount = (value: number | null) => number(value, status.unit, currency);
  const look = icons[status.state];
  return (
    <li className="flex items-start gap-3 py-2" data-rule={status.rule} data-state={status.state}>
      <Icon name={look.icon} className={`mt-0.5 shrink-0 ${look.className}`} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap justify-between gap-x-3"><b className="font-medium">{t(`stats.programmes.rule.${status.rule}`)}</b><span className="aw-num">{t('stats.programmes.of', { value: amount(status.value), limit: amount(status.limit) })}</span></span>
        <span className="mt-1.5 block h-1 overflow-hidden rounded-full bg-hover" aria-hidden="true"><span className={status.state === 'broken' ? 'block h-full rounded-full bg-danger' : 'block h-full rounded-full bg-text-2'} style={{ width: `${usedOf(status) * 100}%` }} /></span>
        <span className="mt-1 block text-12 text-text-3">
          {[t(`stats.programmes.is.${status.state}`), status.remaining === null || status.state === 'broken' || status.state === 'reached' ? null : t('stats.programmes.left', { amount: amount(status.remaining) }), status.day ? format.date(`${status.day}T12:00:00Z`, { year: true }) : null].filter(Boolean).join(' · ')}
        </span>
      </span>
    </li>
  );
}
