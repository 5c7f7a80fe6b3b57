import { MenuButton } from '#src/shared/ui/controls/menu-button.tsx';
import { useRemembered } from '#src/shared/ui/use-local-storage.ts';
import type { Density } from './table-frame.tsx';

/** Under which name the height of the rows of every table is remembered: `dense` or `roomy`. */
export const densityName = 'vesper.density';
/** The names under which single tables remember another height, and which of their columns are hidden. */
export const densityNames = /^vesper\.[\w-]+\.density$/;
export const columnNames = /^vesper\.([\w-]+)\.hidden-columns$/;

/**
 * Which columns of a table are hidden and how high its rows are, remembered by this browser under the table's name.
 * @param hiddenFirst the ids of the columns that are hidden until somebody chooses otherwise, with blanks between
 */
export function useTableChoices(table: string, hiddenFirst = '') {
  const [columns, setColumns] = useRemembered<string>(`vesper.${table}.hidden-columns`, hiddenFirst);
  const [general] = useRemembered<string>(densityName, 'dense');
  const [own, setOwn] = useRemembered<string>(`vesper.${table}.density`, '');
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
      setColumns(hiddenFirst);
      setOwn('');
    },
  };
}

export type TableView = ReturnType<typeof useTableChoices>;

interface TableChoicesProps {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly choices: TableView;
}

/** The menu of a table's view: its columns but the first, the height of its rows, and the way back. */
export function TableChoices({ columns, choices }: TableChoicesProps) {
  return (
    <MenuButton
      label="Columns and density"
      entries={[
        ...columns.slice(1).map(({ id, title }) => ({
          label: title,
          checked: !choices.hidden.has(id),
          onChoose: () => {
            choices.toggle(id);
          },
        })),
        {
          label: 'Dense rows',
          apart: true,
          checked: choices.density === 'dense',
          onChoose: () => {
            choices.setDensity(choices.density === 'dense' ? 'roomy' : 'dense');
          },
        },
        { label: 'Reset columns', apart: true, onChoose: choices.reset },
      ]}
    />
  );
}
