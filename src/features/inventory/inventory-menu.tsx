import { MenuItem } from '@mui/material';
import { useSetPlace } from '#src/shared/navigation/place.ts';
import { MenuButton } from '#src/shared/ui/menu-button.tsx';

const items = [
  ['import-inventory', 'Import…'],
  ['export-inventory', 'Export…'],
] as const;

/** The fleet as a file, beside the list of its devices. */
export function InventoryMenu() {
  const setPlace = useSetPlace();
  return (
    <MenuButton label="Inventory">
      {(closing) =>
        items.map(([dialog, label]) => (
          <MenuItem
            key={dialog}
            onClick={closing(() => {
              setPlace({ dialog });
            })}
          >
            {label}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}
