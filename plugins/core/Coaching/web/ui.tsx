import { definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import { calls } from './api';
import { ConversationSidebar } from './parts/ConversationList';
import { styles } from './styles';
import { english } from './texts/en';
import { chinese } from './texts/zh-CN';

export default definePlugin((app) => {
  app.translations({ en: english, 'zh-CN': chinese });
  app.css(styles);
  app.page('/coach/:conversationId?', {
    title: 'nav.coach',
    icon: 'chat',
    component: lazy(() => import('./pages/CoachPage')),
    nav: { group: 'main', order: 20, tab: true },
    fill: true,
    sidebar: ConversationSidebar,
  });
  app.page('/coaches', { title: 'nav.coaches', icon: 'user', component: lazy(() => import('./pages/CoachesPage')), nav: { group: 'main', order: 25 } });
  app.command({ id: 'new', title: 'command.new', icon: 'chat', run: ({ navigate }) => { navigate('/coach'); }, shortcut: 'Ctrl Shift O' });
  app.command({ id: 'coach', title: 'command.coach', icon: 'chat', run: ({ navigate }) => { navigate('/coach'); }, shortcut: 'g c' });
  app.command({ id: 'coaches', title: 'command.coaches', icon: 'user', run: ({ navigate }) => { navigate('/coaches'); } });
  app.search({
    id: 'conversations',
    title: 'list.title',
    search: async (query, signal) =>
      (await calls.search(query, signal)).items.map((one) => ({ id: one.id, title: one.title ?? '', to: `/coach/${one.id}`, icon: 'chat' as const })),
  });
});
