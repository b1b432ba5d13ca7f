import { api, Card, definePlugin, ErrorState, PageHead, Skeleton, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { createElement as h } from 'react';

function HelloPage() {
  const t = useT();
  const hello = useQuery({ queryKey: ['kebab-name'], queryFn: ({ signal }) => api.get('/api/kebab-name', { signal }) });
  if (hello.isError) return h(ErrorState, { problem: hello.error, onRetry: () => void hello.refetch() });
  if (!hello.data) return h(Skeleton, { lines: 3 });
  return h('div', null, h(PageHead, { title: t('title') }), h(Card, null, hello.data.text));
}

export default definePlugin((app) => {
  app.translations({ en: { title: 'MyPlugin' }, 'zh-CN': { title: 'MyPlugin' } });
  app.page('/hello', { title: 'title', icon: 'plugin', component: HelloPage, nav: { group: 'main', order: 80 } });
});
