import { Button, Divider, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import type { Column, Density } from './data-table.tsx';
import { useRemembered } from './remembered.ts';

/** Which columns of a table are hidden and how high its rows are, remembered by this browser under the table's name. */
export function useTableChoices(table: string) {
  const [columns, setColumns] = useRemembered<string>(`vesper.${table}.hidden-columns`, '');
  const [density, setDensity] = useRemembered<string>(`vesper.${table}.density`, 'dense');
  const hidden = new Set(columns.split(' '));
  const rowDensity: Density = density === 'roomy' ? 'roomy' : 'dense';
  return {
    hidden,
    density: rowDensity,
    toggle: (id: string) => {
      const next = new Set(hidden);
      if (!next.delete(id)) next.add(id);
      setColumns([...next].join(' ').trim());
    },
    setDensity,
  };
}

interface TableChoicesProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly choices: ReturnType<typeof useTableChoices>;
}

/** The menu of a table's view. The first column names the row, so it stays. */
export function TableChoices<Row>({ columns, choices }: TableChoicesProps<Row>) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        Columns and density
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {columns.slice(1).map(({ id, title }) => (
          <MenuItem
            key={id}
            role="menuitemcheckbox"
            aria-checked={!choices.hidden.has(id)}
            onClick={() => {
              choices.toggle(id);
            }}
          >
            <Tick on={!choices.hidden.has(id)} />
            {title}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          role="menuitemcheckbox"
          aria-checked={choices.density === 'dense'}
          onClick={() => {
            choices.setDensity(choices.density === 'dense' ? 'roomy' : 'dense');
          }}
        >
          <Tick on={choices.density === 'dense'} />
          Dense rows
        </MenuItem>
      </Menu>
    </>
  );
}

/** What the menu item says by `aria-checked`, for the eye only. */
const Tick = ({ on }: { on: boolean }) => (
  <span aria-hidden style={{ width: 20, display: 'inline-block' }}>
    {on ? '✓' : ''}
  </span>
);
