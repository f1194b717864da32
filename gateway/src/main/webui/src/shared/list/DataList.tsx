import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../api/http';
import { Count } from '../ui/Figures';
import { Icon } from '../ui/Icon';
import { Popup } from '../ui/Popup';
import { ScrollRegion } from '../ui/ScrollRegion';
import { EmptyState, ErrorState, Lines } from '../ui/States';
import { useAddress } from './address';
import { type BulkAction, BulkBar } from './BulkBar';
import { useChosenColumns } from './columns';
import css from './DataList.module.css';
import { type Filter, FilterBar } from './Filters';
import { SavedViews } from './SavedViews';

export type { BulkAction } from './BulkBar';
export type { Filter } from './Filters';

/** One column: its name, how a row shows in it, and, where the service can sort by it, the sort key. */
export interface Column<T> {
  key: string;
  title: ReactNode;
  render: (row: T) => ReactNode;
  /** Numbers and money stand on the right. */
  numeric?: boolean;
  /** The service's name for sorting by this column. */
  sort?: string;
  /** The service sorts by it in one direction only: the useful one. */
  sortsOneWay?: boolean;
  /** Not shown until chosen. */
  optional?: boolean;
  /** Always shown. */
  fixed?: boolean;
}

/** What a list asks its service for; made from the address. */
export interface ListQuestion {
  q?: string;
  sort?: string;
  cursor?: string;
  limit: number;
  filters: Record<string, string[]>;
}

interface DataListProps<T> {
  /** Names the list in the browser's store (columns, views). */
  name: string;
  /** What the list holds, for screen readers. */
  label: string;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  filters?: Filter[];
  searchable?: boolean;
  searchHint?: string;
  queryKey: readonly unknown[];
  fetch: (question: ListQuestion) => Promise<Page<T>>;
  bulk?: BulkAction<T>[];
  empty: { title: string; text?: string; action?: ReactNode };
  /** Stands at the right end of the tools: export and the like. */
  tools?: ReactNode;
  /** Told of each page that arrives: for counts that came along. */
  onPage?: (page: Page<T>) => void;
  /** Quick look: opens beside the list. */
  onRow?: (row: T) => void;
}

const pageSize = 50;

/** The list of the house: filters as chips, address as state, pages by cursor, columns by choice, and actions on many. */
export function DataList<T>(props: DataListProps<T>) {
  const { name, columns, rowKey, filters = [], queryKey, fetch, bulk = [], empty } = props;
  const { t } = useTranslation();
  const address = useAddress();
  const question = useQuestion(filters);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: [...queryKey, question],
    queryFn: () => fetch(question),
    placeholderData: keepPreviousData,
  });
  const { shown, chosen, toggle } = useChosenColumns(name, columns);
  const [marked, setMarked] = useState<Map<string, T>>(new Map());
  const [said, setSaid] = useState<ReactNode>();
  // Marks belong to the rows in sight: another page or filter keeps those that it still shows. A row that was marked
  // while the answer to typed words was on its way therefore stays marked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row's key is the same function written anew each time
  useEffect(() => {
    if (data && !isPlaceholderData) setMarked((before) => stillShown(before, data.items, rowKey));
  }, [data, isPlaceholderData]);

  const { onPage } = props;
  useEffect(() => {
    if (data) onPage?.(data);
  }, [data, onPage]);

  const rows = data?.items ?? [];
  const narrowed = Boolean(question.q) || Object.values(question.filters).some((values) => values.length > 0);

  return (
    <section className={css.list} aria-label={props.label}>
      <div className={css.tools}>
        <FilterBar filters={filters} searchable={props.searchable ?? true} hint={props.searchHint} />
        <div className={css.right}>
          <SavedViews name={name} />
          <Popup
            label={t('list.columns')}
            align="end"
            trigger={(attributes) => (
              <Button icon={<Icon name="columns" size={16} />} {...attributes}>
                {t('list.columns')}
              </Button>
            )}
          >
            {() => (
              <div className={css.columns}>
                {columns
                  .filter((column) => !column.fixed)
                  .map((column) => (
                    <Checkbox key={column.key} checked={chosen.has(column.key)} onChange={() => toggle(column.key)}>
                      {column.title}
                    </Checkbox>
                  ))}
              </div>
            )}
          </Popup>
          {props.tools}
        </div>
      </div>
      {bulk.length > 0 && marked.size > 0 && (
        <BulkBar actions={bulk} rows={[...marked.values()]} onClear={() => setMarked(new Map())} onDone={setSaid} />
      )}
      <div role="status" className={css.said}>
        {marked.size === 0 && said}
      </div>
      <div className={css.ground} data-stale={isPlaceholderData}>
        {error ? (
          <ErrorState problem={error} retry={() => void refetch()} />
        ) : isPending ? (
          <div className={css.waiting}>
            <Lines count={9} />
          </div>
        ) : rows.length === 0 ? (
          narrowed ? (
            <EmptyState
              title={t('list.nothingFits')}
              action={<Button onClick={() => address.change(cleared(filters))}>{t('list.clearFilters')}</Button>}
            >
              {t('list.nothingFitsText')}
            </EmptyState>
          ) : (
            <EmptyState title={empty.title} action={empty.action}>
              {empty.text}
            </EmptyState>
          )
        ) : (
          <Table
            {...props}
            columns={shown}
            rows={rows}
            rowKey={rowKey}
            marked={marked}
            setMarked={setMarked}
            markable={bulk.length > 0}
            sort={question.sort}
          />
        )}
      </div>
      {rows.length > 0 && <Pager page={data} shown={rows.length} />}
    </section>
  );
}

/** The marks whose rows are among these, with the rows as they are now; the same map when none is gone. */
function stillShown<T>(marked: Map<string, T>, rows: T[], rowKey: (row: T) => string): Map<string, T> {
  if (marked.size === 0) return marked;
  return new Map(rows.filter((row) => marked.has(rowKey(row))).map((row) => [rowKey(row), row]));
}

interface TableProps<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  markable: boolean;
  marked: Map<string, T>;
  setMarked: (marked: Map<string, T>) => void;
  sort: string | undefined;
  onRow?: (row: T) => void;
}

function Table<T>({ label, columns, rows, rowKey, markable, marked, setMarked, sort, onRow }: TableProps<T>) {
  const { t } = useTranslation();
  const all = rows.every((row) => marked.has(rowKey(row)));
  const mark = (row: T, on: boolean) => {
    const next = new Map(marked);
    if (on) next.set(rowKey(row), row);
    else next.delete(rowKey(row));
    setMarked(next);
  };
  return (
    <ScrollRegion className={css.scroll} label={label}>
      <table className={css.table}>
        <thead>
          <tr>
            {markable && (
              <th className={css.mark}>
                <Checkbox
                  aria-label={t('list.markAll')}
                  checked={all}
                  indeterminate={!all && marked.size > 0}
                  onChange={(event) =>
                    setMarked(event.target.checked ? new Map(rows.map((row) => [rowKey(row), row])) : new Map())
                  }
                />
              </th>
            )}
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr key={key} data-marked={marked.has(key)} onDoubleClick={onRow && (() => onRow(row))}>
                {markable && (
                  <td className={css.mark}>
                    <Checkbox
                      aria-label={t('list.mark')}
                      checked={marked.has(key)}
                      onChange={(event) => mark(row, event.target.checked)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} className={column.numeric ? css.numeric : undefined}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A column's head; where the service sorts by it, a click turns it: down, up, off. */
function Heading<T>({ column, sort }: { column: Column<T>; sort: string | undefined }) {
  const { change } = useAddress();
  const className = column.numeric ? css.numeric : undefined;
  if (!column.sort) return <th className={className}>{column.title}</th>;
  const down = sort === (column.sortsOneWay ? column.sort : `-${column.sort}`);
  const up = !column.sortsOneWay && sort === column.sort;
  const next = down
    ? column.sortsOneWay
      ? undefined
      : column.sort
    : up
      ? undefined
      : column.sortsOneWay
        ? column.sort
        : `-${column.sort}`;
  return (
    <th className={className} aria-sort={down ? 'descending' : up ? 'ascending' : 'none'}>
      <button
        type="button"
        className={css.sort}
        onClick={() => change({ sort: next, cursor: undefined, before: undefined })}
      >
        {column.title}
        <Icon name={down ? 'down' : up ? 'up' : 'sort'} size={14} />
      </button>
    </th>
  );
}

/** Pages by cursor; the cursors of the pages before stand in the address, so that "previous" works after a reload. */
function Pager<T>({ page, shown }: { page: Page<T> | undefined; shown: number }) {
  const { t } = useTranslation();
  const { one, many, change } = useAddress();
  const before = many('before');
  const cursor = one('cursor');
  const next = page?.nextCursor;
  return (
    <nav className={css.pager} aria-label={t('list.pages')}>
      <span className={css.total}>
        {page?.total !== undefined && page?.total !== null ? (
          t('list.total', { count: page.total })
        ) : (
          <Count value={shown} />
        )}
      </span>
      {(cursor || next) && (
        <>
          <Button
            disabled={!cursor}
            onClick={() =>
              change({ cursor: before.at(-1) === '-' ? undefined : before.at(-1), before: before.slice(0, -1) })
            }
          >
            {t('list.previous')}
          </Button>
          <Button
            disabled={!next}
            onClick={() => change({ cursor: next ?? undefined, before: [...before, cursor ?? '-'] })}
          >
            {t('list.next')}
          </Button>
        </>
      )}
    </nav>
  );
}

function useQuestion(filters: Filter[]): ListQuestion {
  const { query, one, many } = useAddress();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `one` and `many` read the query
  return useMemo(
    () => ({
      q: one('q'),
      sort: one('sort'),
      cursor: one('cursor'),
      limit: pageSize,
      filters: Object.fromEntries(filters.map(({ key }) => [key, many(key)]).filter(([, values]) => values?.length)),
    }),
    [query, filters.map(({ key }) => key).join()],
  );
}

export function cleared(filters: Filter[]): Record<string, undefined> {
  return Object.fromEntries(['q', 'cursor', 'before', ...filters.map(({ key }) => key)].map((key) => [key, undefined]));
}
