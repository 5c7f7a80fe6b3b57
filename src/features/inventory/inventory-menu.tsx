import { Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useSetPlace } from '#src/shared/navigation/place.ts';

const items = [
  ['import-inventory', 'Import…'],
  ['export-inventory', 'Export…'],
] as const;

/** The fleet as a file, beside the list of its devices. */
export function InventoryMenu() {
  const setPlace = useSetPlace();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    setAnchor(null);
  };
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        Inventory
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        slotProps={{ list: { 'aria-label': 'Inventory', dense: true } }}
      >
        {items.map(([dialog, label]) => (
          <MenuItem
            key={dialog}
            onClick={() => {
              close();
              setPlace({ dialog });
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
