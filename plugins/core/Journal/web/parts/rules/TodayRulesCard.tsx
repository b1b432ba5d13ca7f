import { Badge, ButtonLink, Card, EmptyState, ErrorState, Icon, Link, Notice, Skeleton, useFormat, useGlobalBar, useLocation, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { journalKey, listAccounts } from '../../journal';
import { shareOf, type AccountStanding, type RuleStanding } from '../../rules';
import { useRuleStatus } from './useRules';

/** How much of today's limits is used, and whether trading is locked. */
export function TodayRulesCard() {
  const t = useT();
  const format = useFormat();
  const { search } = useLocation();
  const status = useRuleStatus();
  const accounts = useQuery({ queryKey: [journalKey, 'accounts'], queryFn: ({ signal }) => listAccounts(signal) });
  const [bar] = useGlobalBar();
  const samples = new Set((accounts.data ?? []).filter((account) => account.isSample).map((account) => account.id));
  const isAboutOwn = !bar.account && samples.size < (accounts.data?.length ?? 0);
  const ruled = (status.data?.items ?? []).filter((item) => item.rules.length > 0 && !(isAboutOwn && samples.has(item.accountId)));
  const rules = ruled.flatMap((item) => item.rules);
  const kept = rules.filter((rule) => !rule.reached).length;
  const lock = status.data?.lock;
  return (
    <Card
      span={3}
      data-testid="today-rules"
      title={t('rules.today.title')}
      action={rules.length > 0 ? <Badge tone={kept === rules.length ? 'ok' : 'warn'} icon={kept === rules.length ? 'check' : 'warning'}>{t('rules.today.kept', { kept, all: rules.length })}</Badge> : null}
      footer={rules.length > 0 ? <Link className="aw-link" to={`/rules${search}`}>{t('rules.today.check')}</Link> : undefined}
    >
      {status.isPending ? <Skeleton lines={5} /> : null}
      {status.isError ? <ErrorState problem={status.error} onRetry={() => void status.refetch()} /> : null}
      {lock?.locked && lock.until ? <div className="mb-3"><Notice icon="lock" title={t('rules.lock.until', { time: format.dateTime(lock.until) })}>{t('rules.lock.left', { time: format.duration(lock.remainingMinutes) })}</Notice></div> : null}
      {status.data && rules.length === 0 ? <EmptyState icon="shield" actions={<ButtonLink to={`/rules${search}`}>{t('rules.today.set')}</ButtonLink>}>{t('rules.today.none')}</EmptyState> : null}
      {ruled.map((item) => (
        <section key={item.accountId} className="mt-3 first:mt-0" aria-label={accounts.data?.find((account) => account.id === item.accountId)?.name}>
          {ruled.length > 1 ? <h3 className="mb-1 text-12 font-medium text-text-3">{accounts.data?.find((account) => account.id === item.accountId)?.name}</h3> : null}
          <ul className="divide-y divide-line">{item.rules.map((rule) => <RuleRow key={rule.rule} rule={rule} account={item} />)}</ul>
        </section>
      ))}
    </Card>
  );
}

function RuleRow({ rule, account }: { rule: RuleStanding; account: AccountStanding }) {
  const t = useT();
  const format = useFormat();
  const amount = (value: number) => (rule.rule === 'max_daily_loss' ? format.money(value, account.currency) : rule.rule === 'cool_down' ? format.duration(value) : format.count(value));
  const share = shareOf(rule);
  return (
    <li className="flex items-start gap-3 py-2" data-rule={rule.rule} data-reached={rule.reached || undefined}>
      <Icon name={rule.reached ? 'warning' : 'check'} className={rule.reached ? 'mt-0.5 shrink-0 text-warn' : 'mt-0.5 shrink-0 text-ok'} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{t(`rules.today.rule.${rule.rule}`, { limit: amount(rule.limit) })}{rule.reached ? <span className="aw-vh"> {t('rules.today.reached')}</span> : null}</span>
        <span className="aw-num block text-12 text-text-3">{rule.value === null ? t('rules.today.noLoss') : t(`rules.today.now.${rule.rule}`, { value: amount(rule.value) })}</span>
        {share === null ? null : <span className="mt-1.5 block h-1 overflow-hidden rounded-full bg-hover" aria-hidden="true"><span className={rule.reached ? 'block h-full rounded-full bg-warn' : 'block h-full rounded-full bg-text-2'} style={{ width: `${share * 100}%` }} /></span>}
      </span>
    </li>
  );
}
