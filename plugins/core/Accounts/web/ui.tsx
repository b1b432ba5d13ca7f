import { definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import { signOut } from './api';
import { chinese } from './texts/zh-CN';
import { english } from './texts/en';

const SignInPage = lazy(() => import('./SignInPage'));
const RegisterPage = lazy(() => import('./RegisterPage'));
const AccountPanel = lazy(() => import('./AccountPanel'));

export default definePlugin((app) => {
  app.translations({ en: english, 'zh-CN': chinese });
  app.page('/sign-in', { title: 'signIn.title', component: SignInPage, frame: 'plain', public: true });
  app.page('/register', { title: 'register.title', component: RegisterPage, frame: 'plain', public: true });
  app.settings({ id: 'account', title: 'account.title', icon: 'user', component: AccountPanel, order: 10 });
  app.person({ profile: '/settings/account', signOut });
});
