import { Alert, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useOutdated } from '#src/shared/api/outdated.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useHosting } from './hosting.ts';
import { StorageNotice } from './storage-notice.tsx';

const bar = { borderRadius: 0, borderBottom: 1, borderColor: 'divider', flex: 'none', px: { xs: 2, md: 4 } } as const;

/** What a person must know about how the data is kept, said where it cannot be missed. */
export function Notices() {
  const hosting = useHosting();
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity }).data;
  const unstored = world?.unstored ?? null;
  const { scenario } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const outdated = useOutdated();
  return (
    <>
      {outdated && (
        <Alert
          severity="error"
          sx={bar}
          action={
            <Button
              onClick={() => {
                window.location.reload();
              }}
            >
              Reload
            </Button>
          }
        >
          A newer version of Vesper is in use. Nothing is written from this tab any more: reload it. The unsaved edit of
          an open window is kept and offered again.
        </Alert>
      )}
      {world && scenario !== undefined && scenario !== world.scenario && (
        <Alert
          severity="info"
          sx={bar}
          onClose={() =>
            void navigate({ to: '.', search: (before) => ({ ...before, scenario: undefined }), replace: true })
          }
        >
          There is no scenario “{scenario}”: you see “{world.scenario}”.
        </Alert>
      )}
      {world?.setAside && (
        <Alert severity="warning" sx={bar}>
          Data written by another version of Vesper was found. It was set aside untouched; you see a new set of data.
        </Alert>
      )}
      {unstored !== null && <StorageNotice unstored={unstored} sx={bar} />}
      {hosting === 'alone' && (
        <Alert severity="warning" sx={bar}>
          Vesper is open in another tab, and this browser cannot share it. Use that tab: changes here may be lost.
        </Alert>
      )}
    </>
  );
}
