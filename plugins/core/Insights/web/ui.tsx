import { definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import { english } from './texts/en';
import { chinese } from './texts/zh-CN';

const InsightsPanel = lazy(() => import('./InsightsPanel'));

export default definePlugin((app) => {
  app.translations({ en: english, 'zh-CN': chinese });
  app.settings({ id: 'insights', title: 'title', icon: 'line-chart', component: InsightsPanel, order: 80, permission: 'insights.read', coversSettings: true });
});
