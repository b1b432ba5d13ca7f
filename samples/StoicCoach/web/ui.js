import { definePlugin, useT } from '@aiwendy/sdk';
import { createElement as h } from 'react';

function TodaysQuestion() {
  const t = useT();
  return h('p', { className: 'stoic-question' }, t(`question.${new Date().getDay() % 3}`));
}

export default definePlugin((app) => {
  app.translations({
    en: {
      talk: 'Ask Epictetus',
      question: { 0: 'Which of today\u2019s worries was in your power?', 1: 'What would you do without the last loss?', 2: 'Which rule did you keep today?' },
    },
    'zh-CN': {
      talk: '问问爱比克泰德',
      question: { 0: '今天的烦恼，有哪些在你掌控之中？', 1: '如果没有上一笔亏损，你会怎么做？', 2: '今天你守住了哪条规则？' },
    },
  });
  app.coachCard('epictetus', TodaysQuestion);
  app.theme({ light: { 'c-epictetus': '#5a4a3a' }, dark: { 'c-epictetus': '#d9c7b3' } });
  app.command({ id: 'talk', title: 'talk', icon: 'chat', run: ({ navigate }) => navigate('/coach?coach=epictetus'), shortcut: 'g e' });
  app.css('.stoic-question { padding-inline-start: 10px; border-inline-start: 2px solid var(--c-epictetus); color: var(--text-2); }');
});
