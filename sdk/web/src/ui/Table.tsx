import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Icon } from '../icons/Icon';
import { useT } from '../i18n/useT';
import { Button } from './Button';

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  align?: 'left' | 'right';
  sortable?: boolean;
  /** Left out below 768 px; at most four columns stay there. */
  hideOnPhone?: boolean;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

export interface TableProps<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Opens a row by click or Enter; the first column should hold the same as a link. */
  onOpen?: (row: Row) => void;
  isMarked?: (row: Row) => boolean;
  compact?: boolean;
  /** Keyset paging: whether there is more, and how to get it. */
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onLoadMore?: () => void;
  pageSize?: number;
}

/** A table of rows: sorted by its header, walked with j and k, grown by "Load 50 more". */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, sort, onSort, onOpen, isMarked, compact, hasMore, isLoadingMore, onLoadMore, pageSize = 50 } = props;
  const t = useT('kit');
  const body = useRef<HTMLTableSectionElement>(null);

  const walk = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    const all = [...(body.current?.rows ?? [])];
    const index = all.indexOf(event.currentTarget);
    if (event.key === 'j' || event.key === 'ArrowDown') {
      event.preventDefault();
      all[index + 1]?.focus();
    } else if (event.key === 'k' || event.key === 'ArrowUp') {
      event.preventDefault();
      all[index - 1]?.focus();
    } else if (event.key === 'Enter') {
      onOpen?.(row);
    }
  };

  const open = (event: MouseEvent<HTMLTableRowElement>, row: Row) => {
    if (!(event.target as Element).closest('a,button,input,label,select')) {
      onOpen?.(row);
    }
  };

  return (
    <>
      <div className="aw-table-box">
        <table className="aw-table" aria-label={label} data-compact={compact || undefined}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  data-align={column.align}
                  data-phone={column.hideOnPhone ? 'hide' : undefined}
                  aria-sort={sort?.column === column.id ? sort.direction : column.sortable ? 'none' : undefined}
                >
                  {column.sortable && onSort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, index) => (
              <tr
                key={rowKey(row)}
                tabIndex={onOpen ? (index === 0 ? 0 : -1) : undefined}
                data-clickable={onOpen ? '' : undefined}
                data-marked={isMarked?.(row) ? '' : undefined}
                onClick={
                  onOpen
                    ? (event) => {
                        open(event, row);
                      }
                    : undefined
                }
                onKeyDown={
                  onOpen
                    ? (event) => {
                        walk(event, row);
                      }
                    : undefined
                }
              >
                {columns.map((column) => (
                  <td key={column.id} data-align={column.align} data-phone={column.hideOnPhone ? 'hide' : undefined}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onLoadMore && hasMore && (
        <div className="aw-table-more">
          <span className="aw-num">{t('rowsLoaded', { count: rows.length })}</span>
          <Button size="small" busy={isLoadingMore} onClick={onLoadMore}>
            {t('loadMore', { count: pageSize })}
          </Button>
        </div>
      )}
    </>
  );
}

function SortButton<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: Sort; onSort: (sort: Sort) => void }) {
  const isSorted = sort?.column === column.id;
  const next = isSorted && sort.direction === 'descending' ? 'ascending' : 'descending';
  return (
    <button
      type="button"
      className="aw-th-sort"
      onClick={() => {
        onSort({ column: column.id, direction: next });
      }}
    >
      {column.header}
      {isSorted && <Icon name={sort.direction === 'ascending' ? 'sort-up' : 'sort-down'} />}
    </button>
  );
}
