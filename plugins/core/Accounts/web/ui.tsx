import { definePlugin } from '@aiwendy/sdk';
import { lazy } from 'react';
import { signOut } from './api';
import { chinese } from './texts/zh-CN';
import { english } from './texts/en';

const SignInPage = lazy(() => import('./SignInPage'));
const RegisterPage = lazy(() => import('./RegisterPage'));
const ConfirmEmailPage = lazy(async () => ({ default: (await import('./LinkPages')).ConfirmEmailPage }));
const ForgotPasswordPage = lazy(async () => ({ default: (await import('./LinkPages')).ForgotPasswordPage }));
const ResetPasswordPage = lazy(async () => ({ default: (await import('./LinkPages')).ResetPasswordPage }));
const AccountPanel = lazy(() => import('./AccountPanel'));
const SecurityPanel = lazy(() => import('./security/SecurityPanel'));
const DataPanel = lazy(() => import('./data/DataPanel'));
const PeoplePanel = lazy(() => import('./admin/PeoplePanel'));
const OutboxPanel = lazy(() => import('./admin/OutboxPanel'));

export default definePlugin((app) => {
  app.translations({ en: english, 'zh-CN': chinese });
  app.page('/sign-in', { title: 'signIn.title', component: SignInPage, frame: 'plain', public: true });
  app.page('/register', { title: 'register.title', component: RegisterPage, frame: 'plain', public: true });
  app.page('/confirm-email', { title: 'confirmEmail.title', component: ConfirmEmailPage, frame: 'plain', public: true });
  app.page('/forgot-password', { title: 'forgot.title', component: ForgotPasswordPage, frame: 'plain', public: true });
  app.page('/reset-password', { title: 'reset.title', component: ResetPasswordPage, frame: 'plain', public: true });
  app.settings({ id: 'account', title: 'account.title', icon: 'user', component: AccountPanel, order: 10 });
  app.settings({ id: 'security', title: 'security.title', icon: 'shield', component: SecurityPanel, order: 11 });
  app.settings({ id: 'data', title: 'data.title', icon: 'download', component: DataPanel, order: 12 });
  app.settings({ id: 'people', title: 'people.panel', icon: 'roundtable', component: PeoplePanel, order: 60, permission: 'accounts.admin' });
  app.settings({ id: 'outbox', title: 'outbox.panel', icon: 'send', component: OutboxPanel, order: 61, permission: 'accounts.admin' });
  app.person({ profile: '/settings/account', signOut });
});
