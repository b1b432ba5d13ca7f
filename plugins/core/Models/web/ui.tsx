import { definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import type { ConnectionPickerProps } from './ConnectionPicker';
import { english } from './texts/en';
import { chinese } from './texts/zh-CN';

const styles = `
.ml-picker { display: inline-flex; align-items: center; gap: 5px; height: 26px; max-width: 260px; padding: 0 8px; border: 1px solid var(--line); border-radius: var(--r-md); color: var(--text-2); font-size: 12px; white-space: nowrap; }
.ml-picker > span { overflow: hidden; text-overflow: ellipsis; }
.ml-picker .aw-icon { color: var(--text-3); }
.ml-picker:hover, .ml-picker[aria-expanded='true'] { border-color: var(--line-2); }
@media (max-width: 767px) { .ml-picker { height: 32px; } }
`;

const ModelsPanel = lazy(() => import('./ModelsPanel'));
const ConnectionPicker = lazy(() => import('./ConnectionPicker'));

export default definePlugin((app) => {
  app.translations({ en: english, 'zh-CN': chinese });
  app.css(styles);
  app.settings({ id: 'models', title: 'title', icon: 'model', component: ModelsPanel, order: 20 });
  app.widget<ConnectionPickerProps>('chat.model', { id: 'connection', title: 'picker.label', component: ConnectionPicker });
});
