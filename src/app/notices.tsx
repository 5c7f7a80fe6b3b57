import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '#src/shared/api/queries.ts';
import { useHosting } from './hosting.ts';

/** What a person must know about how the data is kept, said where it cannot be missed. */
export function Notices() {
  const hosting = useHosting();
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
  return (
    <>
      {world?.setAside && (
        <Alert severity="warning">
          Data written by another version of Vesper was found. It was set aside untouched; you see a new set of data.
        </Alert>
      )}
      {world?.persistence === 'memory' && (
        <Alert severity="warning">This browser refuses to store data: changes last until the last tab is closed.</Alert>
      )}
      {hosting === 'alone' && (
        <Alert severity="warning">
          Vesper is open in another tab, and this browser cannot share it. Use that tab: changes here may be lost.
        </Alert>
      )}
    </>
  );
}
