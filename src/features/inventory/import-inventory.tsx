import { Link } from '@mui/material';
import type { Answer } from '#contract/operations.ts';
import { call, callChanging } from '#src/shared/api/client.ts';
import { ImportDialog } from '#src/shared/csv/import-dialog.tsx';
import { noWindow, useSetPlace } from '#src/shared/navigation/place.ts';
import { importedWords, inventoryLabels, previewLines } from './inventory-words.ts';

/** *Import inventory*: the devices of a file, by name, with the groups that their paths ask for. */
export function ImportInventory() {
  const setPlace = useSetPlace();
  return (
    <ImportDialog<Answer<'previewInventory'>, Answer<'importInventory'>>
      title="Import inventory"
      needs="manage-devices"
      about={
        <>
          A CSV file in UTF-8 with a line of headings: name, group path, time zone, status, operating system, address,
          in any order, separated by commas, semicolons or tabs. Devices with a known name are updated; groups are
          created from paths.{' '}
          <Link href={`${import.meta.env.BASE_URL}sample-inventory.csv`} download>
            A sample file
          </Link>
        </>
      }
      labels={inventoryLabels}
      look={(csv, work) => call('previewInventory', { body: csv }, work)}
      importing={(csv, { valid, created, updated, newGroups }, work) =>
        callChanging('importInventory', { query: { valid, created, updated, newGroups }, body: csv }, work)
      }
      reportLines={previewLines}
      said={importedWords}
      onClose={() => {
        setPlace(noWindow);
      }}
    />
  );
}
