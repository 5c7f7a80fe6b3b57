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
    <MenuButton
      label="Inventory"
      entries={items.map(([dialog, label]) => ({
        label,
        onChoose: () => {
          setPlace({ dialog });
        },
      }))}
    />
  );
}
