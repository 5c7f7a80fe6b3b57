import { MenuButton } from '#src/shared/ui/controls/menu-button.tsx';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import type { Density } from './table-frame.tsx';

/** Under which name the height of the rows of every table is remembered: `dense` or `roomy`. */
export const densityKey = 'vesper.density';
/** The names under which single tables remember another height, and which of their columns are hidden. */
export const tableDensityKeys = /^vesper\.[\w-]+\.density$/;
export const hiddenColumnKeys = /^vesper\.([\w-]+)\.hidden-columns$/;

/**
 * Which columns of a table are hidden and how high its rows are, remembered by this browser under the table's name.
 * @param initiallyHidden the ids of the columns that are hidden until somebody chooses otherwise, with blanks between
 */
export function useTableView(table: string, initiallyHidden = '') {
  const [columns, setColumns] = useLocalStorage<string>(`vesper.${table}.hidden-columns`, initiallyHidden);
  const [general] = useLocalStorage<string>(densityKey, 'dense');
  const [own, setOwn] = useLocalStorage<string>(`vesper.${table}.density`, '');
  const rows = own === '' ? general : own;
  const hidden = new Set(columns.split(' ').filter((id) => id !== ''));
  const density: Density = rows === 'roomy' ? 'roomy' : 'dense';
  return {
    hidden,
    density,
    /** The columns in sight. The first one names the row, so it stays. */
    shown: <C extends { readonly id: string }>(all: readonly C[]): C[] =>
      all.filter(({ id }, place) => place === 0 || !hidden.has(id)),
    toggle: (id: string) => {
      const next = new Set(hidden);
      if (!next.delete(id)) next.add(id);
      setColumns([...next].join(' '));
    },
    setDensity: setOwn,
    reset: () => {
      setColumns(initiallyHidden);
      setOwn('');
    },
  };
}

export type TableView = ReturnType<typeof useTableView>;

interface TableViewMenuProps {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly view: TableView;
}

/** The menu of a table's view: its columns but the first, the height of its rows, and the way back. */
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
