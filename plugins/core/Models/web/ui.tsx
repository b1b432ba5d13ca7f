import { definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import type { ConnectionPickerProps } from './ConnectionPicker';
import { english } from './texts/en';
import { chinese } from './texts/zh-CN';

const ModelsPanel = lazy(() => import('./ModelsPanel'));
const ConnectionPicker = lazy(() => import('./ConnectionPicker'));

export default definePlugin((app) => {
  app.translations({ en: english, 'zh-CN': chinese });
  app.settings({ id: 'models', title: 'title', icon: 'model', component: ModelsPanel, order: 20 });
  app.widget<ConnectionPickerProps>('chat.model', { id: 'connection', title: 'picker.label', component: ConnectionPicker });
});
