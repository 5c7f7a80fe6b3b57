import type { ComponentType, ReactNode } from 'react';
import type { CsvTable } from '#src/shared/csv/csv-table.ts';
import type { Noun } from '#src/shared/ui/format-count.ts';
import type { Column } from './column.ts';
import { DataTable } from './data-table.tsx';
import { Pager, RowCount, useLastPage } from './pager.tsx';
import type { RowMenu } from './row-menu.tsx';
import type { Sorting } from './sorting.ts';
import { TableExport } from './table-export.tsx';
import type { Selection } from './table-selection.tsx';
import { FailedTable, LoadingTable, StaleDataAlert } from './table-states.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import { TableViewMenu, type TableView } from './table-view.tsx';

/** The rows of an answer: all of them, or one page with its number, counted from 1. */
interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  readonly total?: number;
  readonly page?: number;
  readonly pageSize?: number;
}

interface QueryTableProps<Row, Sort extends string, CsvRow> {
  /** The accessible name of the table. */
  readonly label: string;
  /** The list as sentences name it: `{ list: 'The devices', loading: 'Loading devices', noun: ['device', 'devices'] }`. */
  readonly words: { readonly list: string; readonly loading: string; readonly noun: Noun };
  readonly query: {
    readonly data: ListAnswer<Row> | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly columns: readonly Column<Row, Sort>[];
  readonly rowId: (row: Row) => string;
  /** Replaces the table while the list has no rows. */
  readonly empty: ReactNode;
  /** Search and filters. Without it there is no toolbar. */
  readonly toolbar?: ReactNode;
  /** Buttons at the end of the toolbar, before *Columns and density* and the export. */
  readonly actions?: ReactNode;
  /** Hidden columns and density, from `useTableView`; without it all columns are shown, dense, without a menu. */
  readonly view?: TableView;
  /** The CSV file of all matching rows; `name` has no extension. */
  readonly csv?: { readonly name: string; readonly load: () => Promise<CsvTable<CsvRow>> };
  /** Shown between the toolbar and the table in every state. */
  readonly notice?: ReactNode;
  /** Wraps the table and the states that replace it, as in a region to drop files on. */
  readonly frame?: (content: ReactNode) => ReactNode;
  /** Reports a failed refetch above the last rows. A live list passes `LiveNotice`. */
  readonly StaleNotice?: ComponentType<{ what: string; error: unknown; onRetry: () => void }>;
  readonly sorting?: Sorting<Sort> | undefined;
  readonly onSort?: (next: Sorting<Sort>) => void;
  /** The requested page; without it the answer holds every row. `replace` is true for correcting a page past the end. */
  readonly paging?: { readonly page: number; readonly onPage: (page: number, options: { replace: boolean }) => void };
  readonly selection?: Selection<Row>;
  readonly menu?: RowMenu<Row>;
  readonly onDragRow?: ((row: Row, transfer: DataTransfer) => void) | undefined;
  /** Shown beside the row count: the instant and the time zone of the rows. */
  readonly note?: string | undefined;
  /** How many rows the placeholder has while the list loads. */
  readonly loadingRows?: number;
  /** The part of the viewport's height that other content takes, in pixels. */
  readonly reservedHeight?: number;
}

/**
 * A list from the backend: toolbar, loading, failed, empty and stale states, table and pages. Search, filters, sorting and
 * page belong to the caller, which keeps them in the address; the backend applies them.
 */
export function QueryTable<Row, Sort extends string, CsvRow>(props: QueryTableProps<Row, Sort, CsvRow>) {
  const { label, words, query, columns, rowId, empty, toolbar, actions, view, csv, notice } = props;
  const { frame = asIs } = props;
  const { StaleNotice = StaleDataAlert, paging, note, loadingRows, reservedHeight } = props;
  const answer = query.data && toPage(query.data);
  const isPastEnd = useLastPage(answer, paging?.page ?? 1, (page) => {
    paging?.onPage(page, { replace: true });
  });
  const found = isPastEnd ? undefined : answer;
  const shownColumns = view ? view.shown(columns) : columns;
  const retry = () => void query.refetch();
  const content = (
    <>
      {!found && query.error === null && (
        <LoadingTable
          label={words.loading}
          columns={shownColumns}
          density={view?.density ?? 'dense'}
          rows={loadingRows}
          reservedHeight={reservedHeight}
        />
      )}
      {!found && query.error !== null && <FailedTable what={words.list} error={query.error} onRetry={retry} />}
      {found?.total === 0 && empty}
      {found && found.total > 0 && (
        <>
          <StaleNotice what={words.list} error={query.error} onRetry={retry} />
          <DataTable
            label={label}
            columns={shownColumns}
            density={view?.density ?? 'dense'}
            rows={found.rows}
            rowId={rowId}
            sorting={props.sorting}
            page={found.page}
            onDragRow={props.onDragRow}
            onSort={props.onSort}
            selection={props.selection}
            menu={props.menu}
            reservedHeight={reservedHeight}
          />
          {paging ? (
            <Pager
              page={paging.page}
              answer={found}
              what={words.noun}
              note={note}
              onPage={(page) => {
                paging.onPage(page, { replace: false });
              }}
            />
          ) : (
            <RowCount total={found.total} what={words.noun} note={note} />
          )}
        </>
      )}
    </>
  );
  return (
    <>
      {toolbar !== undefined && (
        <TableToolbar
          end={
            <>
              {actions}
              {view && <TableViewMenu columns={columns} view={view} />}
              {csv && found && found.total > 0 && <TableExport {...csv} total={found.total} />}
            </>
          }
        >
          {toolbar}
        </TableToolbar>
      )}
      {notice}
      {frame(content)}
    </>
  );
}

const asIs = (content: ReactNode) => content;

const toPage = <Row,>({ rows, total = rows.length, page = 1, pageSize = Math.max(1, total) }: ListAnswer<Row>) => ({
  rows,
  total,
  page,
  pageSize,
});
