import { Alert, Button, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { queryOf } from '#src/shared/api/queries.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { damagedWords } from './damaged-words.ts';

const DamagedRecords = lazyComponent(() => import('./damaged-records.tsx').then((m) => m.DamagedRecords));

/** A dismissible warning about stored records that could not be read, with details. */
export function DamagedNotice({ count, sx }: { count: number; sx: object }) {
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(false);
  const damaged = useQuery({ ...queryOf('damagedRecords'), staleTime: Infinity });
  if (closed) return null;
  return (
    <>
      <Alert
        severity="warning"
        role="status"
        sx={sx}
        action={
          <Stack direction="row" sx={{ gap: 2 }}>
            <Button
              {...DamagedRecords.onIntent}
              onClick={() => {
                setOpen(true);
              }}
            >
              Details
            </Button>
            <Button
              onClick={() => {
                setClosed(true);
              }}
            >
              Dismiss
            </Button>
          </Stack>
        }
      >
        {damagedWords(count, damaged.data?.records[0])}
      </Alert>
      {open && (
        <Suspense fallback={null}>
          <DamagedRecords
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
