import { Alert, Button } from '@mui/material';
import { useNavigate } from '@tanstack/react-router';
import { DamagedNotice } from './damaged-notice.tsx';
import { StorageNotice } from './storage-notice.tsx';
import type { BannerState } from './use-banners.ts';

const bar = { borderRadius: 0, borderBottom: 1, borderColor: 'divider', flex: 'none', px: { xs: 2, md: 4 } } as const;

/** Warnings about the data and its storage, above every page. */
export function Banners({
  state: { outdated, unknownScenario, setAside, damaged, unstored, alone },
}: {
  state: BannerState;
}) {
  const navigate = useNavigate();
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
      {unknownScenario && (
        <Alert
          severity="info"
          sx={bar}
          onClose={() =>
            void navigate({ to: '.', search: (before) => ({ ...before, scenario: undefined }), replace: true })
          }
        >
          There is no scenario “{unknownScenario.requested}”: you see “{unknownScenario.shown}”.
        </Alert>
      )}
      {setAside && (
        <Alert severity="warning" sx={bar}>
          Data written by another version of Vesper was found. It was set aside untouched; you see a new set of data.
        </Alert>
      )}
      {damaged > 0 && <DamagedNotice count={damaged} sx={bar} />}
      {unstored !== null && <StorageNotice unstored={unstored} sx={bar} />}
      {alone && (
        <Alert severity="warning" sx={bar}>
          Vesper is open in another tab, and this browser cannot share it. Use that tab: changes here may be lost.
        </Alert>
      )}
    </>
  );
}
