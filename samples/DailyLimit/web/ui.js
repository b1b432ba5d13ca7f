import { api, Card, definePlugin, ErrorState, Notice, Skeleton, useFormat, useGlobalBar, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { createElement as h } from 'react';

function today(zone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

function DailyLimitWidget() {
  const t = useT();
  const format = useFormat();
  const [bar] = useGlobalBar();
  const day = today(format.zone);
  const limits = useQuery({ queryKey: ['daily-limit'], queryFn: ({ signal }) => api.get('/api/daily-limit', { signal }) });
  const result = useQuery({
    queryKey: ['daily-limit', day, bar.account],
    queryFn: ({ signal }) => api.get('/api/journal/statistics', { query: { from: day, to: day, accountId: bar.account }, signal }),
  });
  const failed = limits.error ?? result.error;
  if (failed) return h(Card, { title: t('title') }, h(ErrorState, { problem: failed, onRetry: () => void limits.refetch() }));
  if (!limits.data || !result.data) return h(Card, { title: t('title') }, h(Skeleton, { lines: 2 }));
  const net = result.data.figures.net_pnl.value ?? 0;
  const trades = result.data.figures.trades.value ?? 0;
  const over = -net >= limits.data.loss || trades >= limits.data.trades;
  const money = (value) => (result.data.currency ? format.money(value, result.data.currency) : format.quantity(value));
  return h(
    Card,
    { title: t('title') },
    h('p', null, t('state', { net: money(net), loss: money(limits.data.loss), trades, most: limits.data.trades })),
    over && h(Notice, { tone: 'warn' }, t('over')),
  );
}

export default definePlugin((app) => {
  app.translations({
    en: {
      title: 'Limit of the day',
      state: 'Result {{net}} of at most {{loss}} lost, {{trades}} of at most {{most}} trades.',
      over: 'The limit you set for yourself is reached.',
    },
    'zh-CN': {
      title: '每日限额',
      state: '今日结果 {{net}}，最多可亏 {{loss}}；已交易 {{trades}} 次，最多 {{most}} 次。',
      over: '已达到你给自己设定的限额。',
    },
  });
  app.widget('dashboard', { id: 'daily-limit', component: DailyLimitWidget, span: 4, order: 50 });
});
