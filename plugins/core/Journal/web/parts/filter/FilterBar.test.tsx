import { TestPage } from '@aiwendy/sdk/testing';
import { useLocation } from '@aiwendy/sdk';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { english } from '../../texts/en';
import { statisticsEnglish } from '../../texts/statistics.en';
import { viewsEnglish } from '../../texts/views.en';
import { FilterBar } from './FilterBar';

const texts = { en: { ...english, ...statisticsEnglish, ...viewsEnglish }, 'zh-CN': {} };

function Address() {
  return <output>{useLocation().search}</output>;
}

beforeEach(() => {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(path.includes('breakdowns') ? { cells: [{ key: 'eurusd' }] } : { items: [] }), { headers: { 'content-type': 'application/json' } })));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function show(at: string) {
  render(<TestPage plugin={{ id: 'aiwendy.journal', texts }} at={at}><FilterBar /><Address /></TestPage>);
}

const address = () => screen.getByRole('status').textContent;

it('says what is asked for and takes it off one by one or all at once', async () => {
  show('/?account=a&symbol=ES&side=long&minDuration=5');
  const asked = within(screen.getByRole('list'));
  expect(asked.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Instrument ES', 'Direction long', 'Held ≥ 5 min']);
  await userEvent.click(asked.getByRole('button', { name: 'Take off: Direction' }));
  expect(address()).toBe('?account=a&symbol=ES&minDuration=5');
  await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
  expect(address()).toBe('?account=a');
});

it('keeps each field in the address, an instrument as the journal writes it, and asks nothing by half a word', async () => {
  show('/?account=a');
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  await userEvent.selectOptions(screen.getByLabelText('Weekday of entry'), 'Tuesday');
  await userEvent.type(screen.getByLabelText('Instrument'), 'EURUSD');
  expect(address()).toBe('?account=a&weekday=2');
  await userEvent.tab();
  expect(address()).toBe('?account=a&weekday=2&symbol=eurusd');
  await userEvent.type(screen.getByLabelText('Size from'), 'much{Enter}');
  expect(address()).toBe('?account=a&weekday=2&symbol=eurusd');
});
