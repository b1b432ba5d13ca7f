import { startTranslations, Toaster } from '@aiwendy/sdk';
import { TestPage } from '@aiwendy/sdk/testing';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addShellTexts } from '../texts';
import SettingsPage from './SettingsPage';
import { errorsByName, fromDraft, settingsOf, toDraft } from './settings/schema';

const schema = {
  type: 'object',
  required: ['address'],
  properties: {
    address: { type: 'string', title: 'Address', 'x-title-zh': '地址', format: 'uri' },
    token: { type: 'string', title: 'Token', writeOnly: true },
    retries: { type: 'integer', title: 'Retries', default: 3, minimum: 0 },
    mode: { title: 'Mode', enum: ['soft', 'strict'], default: 'soft' },
    isOn: { type: 'boolean', title: 'Send', default: true },
    symbols: { type: 'array', title: 'Symbols', items: { type: 'string' } },
    limits: { type: 'object', title: 'Limits' },
  },
};

describe('settings of a plugin as fields', () => {
  const settings = settingsOf(schema);
  const draft = toDraft(settings, { address: 'https://a.example', symbols: ['ES', 'NQ'], limits: { day: 1 } });

  it('take the control that fits, and defaults where nothing was saved', () => {
    expect(settings.map((one) => one.control)).toEqual(['text', 'secret', 'number', 'select', 'switch', 'lines', 'json']);
    expect(draft).toEqual({ address: 'https://a.example', token: '', retries: '3', mode: 'soft', isOn: true, symbols: 'ES\nNQ', limits: '{\n  "day": 1\n}' });
  });

  it('become settings again; a secret that nobody touched is left out', () => {
    expect(fromDraft(settings, draft, new Set()).values).toEqual({ address: 'https://a.example', retries: 3, mode: 'soft', isOn: true, symbols: ['ES', 'NQ'], limits: { day: 1 } });
    expect(fromDraft(settings, { ...draft, token: 'new' }, new Set()).values['token']).toBe('new');
    expect(fromDraft(settings, draft, new Set(['token'])).values['token']).toBeNull();
  });

  it('say what cannot be read', () => {
    expect(fromDraft(settings, { ...draft, address: ' ', retries: '2.5', limits: '{' }, new Set()).errors).toEqual({ address: 'required', retries: 'number', limits: 'json' });
  });

  it('know which of them the server refused', () => {
    expect(errorsByName({ '$.limits.day': ['Too small.'], '$.symbols[1]': ['A text is expected.'] })).toEqual({ limits: 'Too small.', symbols: 'A text is expected.' });
  });
});

describe('the generated panel', () => {
  let sent: unknown[];
  let refusal: Response | null;

  beforeEach(() => {
    sent = [];
    refusal = null;
    startTranslations('en');
    addShellTexts();
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
      if (init.method === 'PUT') {
        sent.push(JSON.parse(String(init.body)));
        if (refusal) {
          return Promise.resolve(refusal);
        }
      }
      const body =
        url === '/api/me' ? { id: 'x', name: null, isGuest: true, role: 'owner', language: 'en', permissions: [] }
        : url === '/api/admin/plugins' ? { items: [{ id: 'org.x.hook', name: 'Webhook', nameZh: '网络钩子', hasSettings: true }, { id: 'org.x.plain', name: 'Plain', nameZh: null, hasSettings: false }] }
        : { schema, values: { address: 'https://a.example' }, secretsSet: ['token'] };
      return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  function open(language: 'en' | 'zh-CN' = 'en') {
    render(
      <TestPage at="/settings/plugin-org.x.hook" path="/settings/:section" language={language}>
        <SettingsPage />
        <Toaster />
      </TestPage>,
    );
  }

  it('is there for a plugin with a schema, and saves what was entered without touching secrets', async () => {
    open();
    expect(screen.queryByText('Plain')).toBeNull();
    await userEvent.type(await screen.findByLabelText(/Retries/), '1');
    expect(screen.getByText(/A value is set/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The settings were saved.')).toBeInTheDocument();
    expect(sent).toEqual([{ address: 'https://a.example', retries: 31, mode: 'soft', isOn: true, symbols: [] }]);
  });

  it('shows a refusal at its field, and a secret can be removed', async () => {
    refusal = new Response('{"code":"settings_invalid","detail":"Some do not fit.","errors":{"$.retries":["The value must be at most 9."]}}', { status: 400, headers: { 'content-type': 'application/problem+json' } });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Token' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The value must be at most 9.')).toBeInTheDocument();
    expect(sent).toEqual([expect.objectContaining({ token: null })]);
  });

  it('is named in Chinese where the manifest and the schema are', async () => {
    open('zh-CN');
    expect(await screen.findByLabelText(/地址/)).toHaveValue('https://a.example');
    expect(screen.getByRole('link', { name: '网络钩子' })).toBeInTheDocument();
  });
});
