import { Icon, useT, type Column, type Sort } from '@aiwendy/sdk';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { visibleRange } from './visibleRange';

export interface VirtualTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
  onOpen: (row: Row) => void;
  selected: ReadonlySet<string>;
  onSelect: (keys: ReadonlySet<string>) => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onLoadMore: () => void;
}

const rowHeight = { desk: 34, phone: 40 };
const nearEnd = 60;

/**
 * A long table that draws only what is seen, and fetches on as one scrolls. j and k or the arrows walk, x selects, Enter
 * opens, Home and End jump; a click with Shift selects everything between.
 */
export function VirtualTable<Row>({ label, columns, rows, rowKey, sort, onSort, onOpen, selected, onSelect, hasMore, isLoadingMore, onLoadMore }: VirtualTableProps<Row>) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 700, row: rowHeight.desk });
  const [active, setActive] = useState(0);
  const lastSelected = useRef(0);
  const moveFocus = useRef(false);
  const { first, end } = visibleRange(scroll.top, scroll.height, scroll.row, rows.length);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const measure = () => {
      setScroll({ top: element.scrollTop, height: element.clientHeight, row: window.matchMedia('(max-width: 767px)').matches ? rowHeight.phone : rowHeight.desk });
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      element.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, []);

  useEffect(() => {
    if (hasMore && !isLoadingMore && end > rows.length - nearEnd) {
      onLoadMore();
    }
  }, [hasMore, isLoadingMore, end, rows.length, onLoadMore]);

  useEffect(() => {
    if (moveFocus.current) {
      moveFocus.current = false;
      box.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true });
    }
  });

  const goTo = (index: number) => {
    const target = Math.max(0, Math.min(rows.length - 1, index));
    const element = box.current;
    if (element) {
      const top = target * scroll.row;
      if (top < element.scrollTop) {
        element.scrollTop = top;
      } else if (top + 2 * scroll.row > element.scrollTop + element.clientHeight - 30) {
        element.scrollTop = top - element.clientHeight + 2 * scroll.row + 30;
      }
    }
    moveFocus.current = true;
    setActive(target);
  };
  const toggle = (index: number, range: boolean) => {
    const next = new Set(selected);
    const [from, to] = range ? [Math.min(lastSelected.current, index), Math.max(lastSelected.current, index)] : [index, index];
    const isOn = range || !selected.has(rowKey(rows[index] as Row));
    for (let i = from; i <= to; i++) {
      const row = rows[i];
      if (row !== undefined) {
        next[isOn ? 'add' : 'delete'](rowKey(row));
      }
    }
    lastSelected.current = index;
    onSelect(next);
  };
  const press = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const page = Math.max(1, Math.floor(scroll.height / scroll.row) - 2);
    const move = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      goTo(index + move);
    } else if (event.key === 'x' || event.key === ' ') {
      event.preventDefault();
      toggle(index, event.shiftKey);
    } else if (event.key === 'Enter') {
      onOpen(rows[index] as Row);
    }
  };
  const click = (event: MouseEvent, index: number) => {
    setActive(index);
    if (!(event.target as Element).closest('a,button,input,label')) {
      onOpen(rows[index] as Row);
    }
  };

  const width = columns.length + 1;
  return (
    <div ref={box} className="relative max-h-[calc(100vh-230px)] min-h-64 overflow-auto rounded-b-lg" data-testid="trades-box">
      <table className="aw-table" aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr aria-rowindex={1}>
            <th scope="col" className="w-8" data-phone="hide"><span className="aw-vh">{t('bulk.select')}</span></th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align} data-phone={column.hideOnPhone ? 'hide' : undefined} aria-sort={sort?.column === column.id ? sort.direction : column.sortable ? 'none' : undefined}>
                {column.sortable ? (
                  <button type="button" className="aw-th-sort" onClick={() => { onSort({ column: column.id, direction: sort?.column === column.id && sort.direction === 'descending' ? 'ascending' : 'descending' }); }}>
                    {column.header}
                    {sort?.column === column.id ? <Icon name={sort.direction === 'ascending' ? 'sort-up' : 'sort-down'} /> : null}
                  </button>
                ) : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 ? <tr aria-hidden="true"><td colSpan={width} style={{ height: first * scroll.row, padding: 0 }} /></tr> : null}
          {rows.slice(first, end).map((row, offset) => {
            const index = first + offset;
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={selected.has(key)}
                tabIndex={index === active || (offset === 0 && (active < first || active >= end)) ? 0 : -1}
                data-clickable=""
                data-marked={selected.has(key) ? '' : undefined}
                onClick={(event) => { click(event, index); }}
                onKeyDown={(event) => { press(event, index); }}
              >
                <td className="w-8" data-phone="hide">
                  <label className="aw-check">
                    <input type="checkbox" tabIndex={-1} aria-label={t('bulk.selectRow')} checked={selected.has(key)} onChange={() => undefined} onClick={(event) => { toggle(index, event.shiftKey); }} />
                  </label>
                </td>
                {columns.map((column) => (
                  <td key={column.id} className="max-w-72 overflow-hidden text-ellipsis whitespace-nowrap" data-align={column.align} data-phone={column.hideOnPhone ? 'hide' : undefined}>{column.cell(row)}</td>
                ))}
              </tr>
            );
          })}
          {end < rows.length ? <tr aria-hidden="true"><td colSpan={width} style={{ height: (rows.length - end) * scroll.row, padding: 0 }} /></tr> : null}
        </tbody>
      </table>
    </div>
  );
}
