import { useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { MenuButton } from '#src/shared/ui/controls/menu-button.tsx';

/** The fleet as a file, beside the list of its devices. Everybody may take it along. */
export function InventoryMenu() {
  const setPlace = useSetSearchParams();
  const whyNotImport = useDenialReason('manage-devices');
  const opening = (dialog: 'import-inventory' | 'export-inventory') => () => {
    setPlace({ dialog });
  };
  return (
    <MenuButton
      label="Inventory"
      entries={[
        { label: 'Import…', disabledReason: whyNotImport, onChoose: opening('import-inventory') },
        { label: 'Export…', onChoose: opening('export-inventory') },
      ]}
    />
  );
}
