import { Box, Button, Typography } from '@mui/material';
import { useId } from 'react';
import { keyLabels } from '#src/shared/keys/key-labels.ts';
import { writeLocalStorage, useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { firstStepsKey } from '#src/app/settings/setting-keys.ts';

/** A dismissible state for new users, below the tree. */
export function FirstSteps() {
  const id = useId();
  const [state] = useLocalStorage<string>(firstStepsKey, 'new');
  if (state !== 'new') return null;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        '@media (max-height: 640px)': { display: 'none' },
        mx: 3,
        mb: 3,
        mt: 'auto',
        p: 3,
        borderRadius: 2,
        bgcolor: 'vesper.chosen',
        flex: 'none',
      }}
    >
      <Typography variant="h3" id={id}>
        First steps
      </Typography>
      <Typography component="ol" variant="body2" sx={{ m: 0, mt: 1, mb: 2, pl: 4.5 }}>
        <li>Select a group above, then its tab Policies.</li>
        <li>Open a policy: Threat Response, Configure.</li>
        <li>See in Schedule when the scans would run.</li>
      </Typography>
      <Typography variant="body2" sx={{ mb: 2 }}>
        {keyLabels('$mod+k')[0]} finds everything, ? lists the keys.
      </Typography>
      <Button
        onClick={() => {
          writeLocalStorage(firstStepsKey, 'read');
          document.getElementById('content')?.focus();
        }}
      >
        Got it
      </Button>
    </Box>
  );
}
