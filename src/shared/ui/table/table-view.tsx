import { MenuButton } from '#src/shared/ui/controls/menu-button.tsx';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import type { Density } from './table-frame.tsx';

/** Local storage key of the row density of all tables: `dense` or `roomy`. */
export const densityKey = 'vesper.density';
/** Local storage keys of a single table's density and of its hidden columns. */
export const tableDensityKeys = /^vesper\.[\w-]+\.density$/;
export const hiddenColumnKeys = /^vesper\.([\w-]+)\.hidden-columns$/;

/**
 * The hidden columns and the density of a table, kept in local storage.
 * @param initiallyHidden the ids of columns hidden by default, separated by blanks
 */
export function useTableView(table: string, initiallyHidden = '') {
  const [columns, setColumns] = useLocalStorage<string>(`vesper.${table}.hidden-columns`, initiallyHidden);
  const [defaultDensity] = useLocalStorage<string>(densityKey, 'dense');
  const [tableDensity, setTableDensity] = useLocalStorage<string>(`vesper.${table}.density`, '');
  const rows = tableDensity === '' ? defaultDensity : tableDensity;
  const hidden = new Set(columns.split(' ').filter((id) => id !== ''));
  const density: Density = rows === 'roomy' ? 'roomy' : 'dense';
  return {
    hidden,
    density,
    /** The visible columns. The first one names the row and is always visible. */
    shown: <C extends { readonly id: string }>(all: readonly C[]): C[] =>
      all.filter(({ id }, i) => i === 0 || !hidden.has(id)),
    toggle: (id: string) => {
      const next = new Set(hidden);
      if (!next.delete(id)) next.add(id);
      setColumns([...next].join(' '));
    },
    setDensity: setTableDensity,
    reset: () => {
      setColumns(initiallyHidden);
      setTableDensity('');
    },
  };
}

export type TableView = ReturnType<typeof useTableView>;

interface TableViewMenuProps {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly view: TableView;
}

/** Toggles the columns except the first, sets the density, and resets both. */
export function TableViewMenu({ columns, view }: TableViewMenuProps) {
  return (
    <MenuButton
      label="Columns and density"
      entries={[
        ...columns.slice(1).map(({ id, title }) => ({
          label: title,
          checked: !view.hidden.has(id),
          onChoose: () => {
            view.toggle(id);
          },
        })),
        {
          label: 'Dense rows',
          apart: true,
          checked: view.density === 'dense',
          onChoose: () => {
            view.setDensity(view.density === 'dense' ? 'roomy' : 'dense');
          },
        },
        { label: 'Reset columns', apart: true, onChoose: view.reset },
      ]}
    />
  );
}
