import { useSetPlace } from '#src/shared/navigation/place.ts';
import { AllowedMenuItem } from '#src/shared/rights/allowed-menu-item.tsx';
import { useWhyMayNot } from '#src/shared/rights/why-may-not.ts';
import { MenuButton } from '#src/shared/ui/menu-button.tsx';

/** The fleet as a file, beside the list of its devices. Everybody may take it along. */
export function InventoryMenu() {
  const setPlace = useSetPlace();
  const whyNotImport = useWhyMayNot('manage-devices');
  const items = [
    ['import-inventory', 'Import…', whyNotImport],
    ['export-inventory', 'Export…', null],
  ] as const;
  return (
    <MenuButton label="Inventory">
      {(closing) =>
        items.map(([dialog, label, whyNot]) => (
          <AllowedMenuItem
            key={dialog}
            whyNot={whyNot}
            onClick={closing(() => {
              setPlace({ dialog });
            })}
          >
            {label}
          </AllowedMenuItem>
        ))
      }
    </MenuButton>
  );
}
