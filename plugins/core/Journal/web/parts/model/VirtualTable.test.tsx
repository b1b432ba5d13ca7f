import { TestPage } from '@aiwendy/sdk/testing';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { modelChinese } from '../../texts/model.zh-CN';
import { modelEnglish } from '../../texts/model.en';
import { VirtualTable } from './VirtualTable';

interface Row {
  id: string;
}

const rows: Row[] = Array.from({ length: 100_000 }, (_, index) => ({ id: `r${index}` }));

function Sample({ onOpen = vi.fn(), onLoadMore = vi.fn(), count = rows.length }: { onOpen?: (row: Row) => void; onLoadMore?: () => void; count?: number }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <TestPage plugin={{ id: 'aiwendy.journal', texts: { en: modelEnglish, 'zh-CN': modelChinese } }}>
      <output>{[...selected].join(' ')}</output>
      <VirtualTable
        label="Rows"
        columns={[{ id: 'id', header: 'Id', cell: (row: Row) => row.id }]}
        rows={rows.slice(0, count)}
        rowKey={(row) => row.id}
        sort={undefined}
        onSort={vi.fn()}
        onOpen={onOpen}
        selected={selected}
        onSelect={setSelected}
        hasMore={count < rows.length}
        isLoadingMore={false}
        onLoadMore={onLoadMore}
      />
    </TestPage>
  );
}

describe('VirtualTable', () => {
  it('draws a handful of a hundred thousand rows', () => {
    render(<Sample />);
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '100001');
  });

  it('is walked, selected and opened by keys', () => {
    const onOpen = vi.fn();
    render(<Sample onOpen={onOpen} />);
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

    screen.getByText('r0').closest('tr')?.focus();
    press('x');
    press('j');
    press('j');
    press('x');
    expect(screen.getByRole('status')).toHaveTextContent('r0 r2');
    press('Enter');
    expect(onOpen).toHaveBeenCalledWith({ id: 'r2' });
    press('k');
    expect(document.activeElement).toHaveTextContent('r1');
  });

  it('fetches on before the end is reached', () => {
    const onLoadMore = vi.fn();
    render(<Sample count={50} onLoadMore={onLoadMore} />);
    expect(onLoadMore).toHaveBeenCalled();
  });
});
