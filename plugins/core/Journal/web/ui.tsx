import { api, definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import { hasNoTrades, searchTrades, tradingAccounts } from './journal';
import { behaviourEnglish } from './texts/behaviour.en';
import { behaviourChinese } from './texts/behaviour.zh-CN';
import { english } from './texts/en';
import { modelEnglish } from './texts/model.en';
import { modelChinese } from './texts/model.zh-CN';
import { statisticsEnglish } from './texts/statistics.en';
import { statisticsChinese } from './texts/statistics.zh-CN';
import { viewsEnglish } from './texts/views.en';
import { viewsChinese } from './texts/views.zh-CN';
import { wizardEnglish } from './texts/wizard.en';
import { wizardChinese } from './texts/wizard.zh-CN';
import { chinese } from './texts/zh-CN';

const behaviourBar = ['account', 'period', 'basis', 'currency', 'zone'] as const;
const wholeBar = ['account', 'period', 'basis', 'unit', 'currency', 'zone'] as const;

export default definePlugin((app) => {
  app.translations({ en: { ...english, ...modelEnglish, ...statisticsEnglish, ...behaviourEnglish, ...wizardEnglish, ...viewsEnglish }, 'zh-CN': { ...chinese, ...modelChinese, ...statisticsChinese, ...behaviourChinese, ...wizardChinese, ...viewsChinese } });
  app.navGroup({ id: 'journal', title: 'nav.journal', order: 20 });
  app.page('/', { title: 'dashboard.title', icon: 'dashboard', component: lazy(() => import('./pages/DashboardPage')), bar: wholeBar, nav: { group: 'main', order: 10, tab: true } });
  app.page('/trades', { title: 'trades.title', icon: 'book', component: lazy(() => import('./pages/TradesPage')), bar: wholeBar, nav: { group: 'journal', order: 30, tab: true } });
  app.page('/trades/:tradeId', { title: 'trade.title', component: lazy(() => import('./pages/TradePage')), bar: ['zone'] });
  app.page('/days/:date', { title: 'day.title', component: lazy(() => import('./pages/DayPage')), bar: ['account', 'zone'] });
  app.page('/playbooks', { title: 'playbooks.title', icon: 'rules', component: lazy(() => import('./pages/PlaybooksPage')), nav: { group: 'journal', order: 60 } });
  app.page('/accounts', { title: 'accounts.title', icon: 'file', component: lazy(() => import('./pages/AccountsPage')), nav: { group: 'journal', order: 70 } });
  app.page('/statistics', { title: 'stats.title', icon: 'report', component: lazy(() => import('./pages/StatisticsPage')), bar: wholeBar, nav: { group: 'journal', order: 32 } });
  app.page('/behaviour', { title: 'behaviour.title', icon: 'evidence', component: lazy(() => import('./pages/BehaviourPage')), bar: behaviourBar, nav: { group: 'journal', order: 34 } });
  app.page('/rules', { title: 'rules.page', icon: 'shield', component: lazy(() => import('./pages/RulesPage')), bar: ['account', 'zone'], nav: { group: 'journal', order: 36 } });
  app.page('/import', { title: 'import.title', icon: 'import', component: lazy(() => import('./pages/ImportPage')), nav: { group: 'journal', order: 40, tab: true } });
  app.page('/welcome', { title: 'welcome.title', component: lazy(() => import('./pages/WelcomePage')), frame: 'plain' });
  app.firstRun({ path: '/welcome', needed: hasNoTrades });
  app.accounts(tradingAccounts);
  app.search({ id: 'trades', title: 'trades.title', search: searchTrades });
  app.command({ id: 'import', title: 'command.import', icon: 'import', run: ({ navigate }) => { navigate('/import'); }, shortcut: 'g i' });
  app.command({ id: 'trades', title: 'command.trades', icon: 'book', run: ({ navigate }) => { navigate('/trades'); }, shortcut: 'g t' });
  app.command({ id: 'dashboard', title: 'command.dashboard', icon: 'dashboard', run: ({ navigate }) => { navigate('/'); }, shortcut: 'g d' });
  app.command({
    id: 'sample',
    title: 'command.sample',
    icon: 'line-chart',
    run: async ({ navigate }) => {
      await api.post('/api/journal/sample');
      navigate('/');
    },
  });
});
