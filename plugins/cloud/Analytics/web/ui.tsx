import { definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import { english } from './texts/en';
import { chinese } from './texts/zh-CN';

const AnalyticsPanel = lazy(() => import('./AnalyticsPanel'));

export default definePlugin((app) => {
  app.translations({ en: english, 'zh-CN': chinese });
  app.settings({ id: 'analytics', title: 'title', icon: 'shield', component: AnalyticsPanel, order: 85, permission: 'analytics.choose', feature: 'analytics.events', coversSettings: true });
});
