import { TestPage } from '@aiwendy/sdk/testing';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addShellTexts } from '../texts';
import PluginsPage from './PluginsPage';

const base = { version: '1.0.0', description: { en: 'Does things.', zh: '做事。' }, publisher: 'AIWendy', edition: 'core', builtIn: true, lastFault: null };

function serve() {
  const requests: string[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    requests.push(`${init.method ?? 'GET'} ${url}`);
    const body =
      url === '/api/platform'
        ? { name: 'AIWendy', version: '0.1.0', deploymentMode: 'self-hosted', features: {} }
        : {
            items: [
              { ...base, id: 'aiwendy.journal', name: 'Journal', state: 'active', reason: null },
              { ...base, id: 'org.x.calendar', name: 'Calendar', builtIn: false, state: 'faulted', reason: 'It missed three health checks.' },
            ],
          };
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
  });
  return requests;
}

function open() {
  render(
    <TestPage>
      <PluginsPage />
    </TestPage>,
  );
  act(() => {
    addShellTexts();
  });
}

describe('plugins page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('shows every plugin with its state and the reason why it does not run', async () => {
    serve();
    open();
    expect(await screen.findByText('2 plugins, 1 running. 1 set aside.')).toBeInTheDocument();
    expect(screen.getByText('It missed three health checks.')).toBeInTheDocument();
    expect(within(screen.getByRole('row', { name: /Journal/ })).getByText('Running')).toBeInTheDocument();
  });

  it('asks before it switches a plugin off', async () => {
    const requests = serve();
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Switch off: Journal' }));
    const dialog = screen.getByRole('dialog', { name: 'Switch off Journal' });
    expect(requests.some((request) => request.startsWith('POST'))).toBe(false);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Switch off' }));
    expect(requests).toContain('POST /api/admin/plugins/aiwendy.journal/disable');
  });

  it('tries a plugin again that was set aside', async () => {
    const requests = serve();
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(requests).toContain('POST /api/admin/plugins/org.x.calendar/enable');
  });
});
