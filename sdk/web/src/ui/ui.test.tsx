import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import { TestPage } from '../testing';
import { Button } from './Button';
import { ConfirmDialog } from './Dialog';
import { Drawer } from './Drawer';
import { ErrorState } from './ErrorState';
import { Field, Input } from './Field';
import { FileDrop } from './FileDrop';
import { Menu } from './Menu';
import { Money } from './Money';
import { Popover } from './Popover';
import { Segmented } from './Segmented';
import { Table, type Sort } from './Table';
import { Tabs } from './Tabs';
import { Toaster } from './Toaster';
import { toast } from './toasts';
import { Switch } from './Toggle';

const noop = () => undefined;

describe('Money', () => {
  it('carries its sign in shape, character and words', () => {
    const { container } = render(
      <TestPage>
        <Money value={-12.5} currency="USD" />
      </TestPage>,
    );
    expect(screen.getByText('\u2212$12.50')).toHaveAttribute('aria-hidden', 'true');
    expect(screen.getByText('minus 12.50 US dollars')).toHaveClass('aw-vh');
    expect(container.querySelector('[data-sign=loss] > .aw-tri')).not.toBeNull();
  });

  it('shows a dash with the reason where there is no value', () => {
    render(
      <TestPage>
        <Money value={null} currency="USD" reason="no stop" />
      </TestPage>,
    );
    expect(screen.getByText('–')).toBeInTheDocument();
    expect(screen.getByText('no stop')).toBeInTheDocument();
  });
});

describe('Field', () => {
  it('ties label, help and error to the control', () => {
    const { rerender } = render(
      <Field label="Port" help="Usually 3000">
        <Input />
      </Field>,
    );
    expect(screen.getByLabelText('Port')).toHaveAccessibleDescription('Usually 3000');
    rerender(
      <Field label="Port" help="Usually 3000" error="Not a number">
        <Input />
      </Field>,
    );
    expect(screen.getByLabelText('Port')).toHaveAccessibleDescription('Not a number');
    expect(screen.getByLabelText('Port')).toBeInvalid();
  });
});

describe('Button', () => {
  it('ignores clicks while it is busy', async () => {
    const click = vi.fn();
    render(
      <Button busy onClick={click}>
        Save
      </Button>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(click).not.toHaveBeenCalled();
  });
});

describe('Segmented and Tabs', () => {
  it('move with arrow keys', async () => {
    function Page() {
      const [unit, setUnit] = useState<'money' | 'r'>('money');
      const [tab, setTab] = useState<'a' | 'b'>('a');
      return (
        <>
          <Segmented label="Unit" value={unit} onChange={setUnit} options={[{ value: 'money', label: '$', name: 'Money' }, { value: 'r', label: 'R' }]} />
          <Tabs label="Views" value={tab} onChange={setTab} items={[{ value: 'a', label: 'All' }, { value: 'b', label: 'New', count: 3 }]}>
            {tab}
          </Tabs>
        </>
      );
    }
    render(<Page />);
    screen.getByRole('radio', { name: 'Money' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'R' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'R' })).toHaveFocus();
    screen.getByRole('tab', { name: 'All' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: /New/ })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tabpanel')).toHaveTextContent('b');
  });
});

describe('Switch', () => {
  it('tells what it becomes', async () => {
    const change = vi.fn();
    render(<Switch label="Journal" checked={false} onChange={change} />);
    await userEvent.click(screen.getByRole('switch', { name: 'Journal' }));
    expect(change).toHaveBeenCalledWith(true);
  });
});

describe('Table', () => {
  const rows = ['T-1', 'T-2', 'T-3'].map((id) => ({ id }));

  it('sorts by its header, walks with j and k, opens with Enter and loads more', async () => {
    const onSort = vi.fn<(sort: Sort) => void>();
    const onOpen = vi.fn();
    const onLoadMore = vi.fn();
    render(
      <TestPage>
        <Table
          label="Trades"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[{ id: 'net', header: 'Net', cell: (row) => row.id, sortable: true, align: 'right' }]}
          sort={{ column: 'net', direction: 'descending' }}
          onSort={onSort}
          onOpen={onOpen}
          hasMore
          onLoadMore={onLoadMore}
        />
      </TestPage>,
    );
    expect(screen.getByRole('columnheader')).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(screen.getByRole('button', { name: 'Net' }));
    expect(onSort).toHaveBeenCalledWith({ column: 'net', direction: 'ascending' });
    const [, first, second] = screen.getAllByRole('row');
    first?.focus();
    await userEvent.keyboard('j');
    expect(second).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(rows[1]);
    await userEvent.keyboard('k');
    expect(first).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Load 50 more' }));
    expect(onLoadMore).toHaveBeenCalledTimes(1);
  });
});

describe('Drawer', () => {
  it('closes with Esc and gives the focus back', async () => {
    function Page() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <Button onClick={() => setOpen(true)}>Open</Button>
          <Drawer open={open} onClose={() => setOpen(false)} title="Evidence">
            Text
          </Drawer>
        </>
      );
    }
    render(
      <TestPage>
        <Page />
      </TestPage>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(screen.getByRole('complementary', { name: 'Evidence' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
  });
});

describe('ConfirmDialog', () => {
  it('names what it does and asks first', async () => {
    const confirm = vi.fn();
    render(
      <TestPage>
        <ConfirmDialog open title="Delete 3 trades" confirm="Delete" onConfirm={confirm} onClose={noop} />
      </TestPage>,
    );
    const dialog = screen.getByRole('dialog', { name: 'Delete 3 trades' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(confirm).toHaveBeenCalledTimes(1);
  });
});

describe('Toaster', () => {
  it('announces and offers the way back', async () => {
    const undo = vi.fn();
    render(
      <TestPage>
        <Toaster />
      </TestPage>,
    );
    act(() => {
      toast('Imported as one batch.', { action: { label: 'Undo', run: undo } });
    });
    expect(await screen.findByText('Imported as one batch.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Imported as one batch.')).toBeNull();
  });

  it('lets a flood of them pass by, so that they do not lie above the page for ever', () => {
    vi.useFakeTimers();
    render(
      <TestPage>
        <Toaster />
      </TestPage>,
    );
    const flood = (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 50) {
        act(() => {
          toast(`flood ${passed}`);
          vi.advanceTimersByTime(50);
        });
      }
    };
    act(() => {
      vi.advanceTimersByTime(10_000);
    });
    flood(2000);
    expect(screen.getAllByText(/flood/).length).toBeLessThanOrEqual(3);
    flood(8000);
    expect(screen.queryByText(/flood/)).toBeNull();
    act(() => {
      vi.advanceTimersByTime(10_000);
      toast('Saved again.');
    });
    expect(screen.getByText('Saved again.')).toBeInTheDocument();
    act(() => {
      vi.advanceTimersByTime(10_000);
    });
    vi.useRealTimers();
  });
});

describe('ErrorState', () => {
  it('shows the sentence of the server and the request id', async () => {
    const retry = vi.fn();
    render(
      <TestPage>
        <ErrorState problem={new ApiProblem(422, 'wrong_export', 'This is the wrong export.', 'req-7')} onRetry={retry} />
      </TestPage>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('This is the wrong export.');
    expect(screen.getByText('Request req-7')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalled();
  });

  it('has a sentence of its own where the server has none, in Chinese too', () => {
    render(
      <TestPage language="zh-CN">
        <ErrorState problem={new ApiProblem(0, 'network', '')} />
      </TestPage>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('连接不到服务器');
  });
});

describe('FileDrop', () => {
  it('gives the chosen file', async () => {
    const files = vi.fn();
    render(
      <TestPage>
        <FileDrop title="Drop a CSV here" onFiles={files} />
      </TestPage>,
    );
    const file = new File(['a,b'], 'trades.csv', { type: 'text/csv' });
    await userEvent.upload(screen.getByTestId('file-input'), file);
    expect(files).toHaveBeenCalledWith([file]);
  });
});

describe('Popover', () => {
  it('opens beside its button, closes with Esc or a press elsewhere and gives the focus back', async () => {
    render(
      <TestPage>
        <Popover label="How" trigger={<button type="button">How computed</button>}>
          Sum of wins by sum of losses.
        </Popover>
        <p>elsewhere</p>
      </TestPage>,
    );
    const button = screen.getByRole('button', { name: 'How computed' });
    await userEvent.click(button);
    expect(screen.getByRole('dialog', { name: 'How' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(button).toHaveFocus();
    await userEvent.click(button);
    await userEvent.click(screen.getByText('elsewhere'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('Menu', () => {
  it('runs what is chosen with the keyboard', async () => {
    const remove = vi.fn();
    render(
      <TestPage>
        <Menu label="Actions" trigger={<button type="button">More</button>} items={[{ label: 'Rename', onSelect: noop }, 'separator', { label: 'Delete', onSelect: remove, destructive: true }]} />
      </TestPage>,
    );
    screen.getByRole('button', { name: 'More' }).focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    expect(remove).toHaveBeenCalledTimes(1);
  });
});
