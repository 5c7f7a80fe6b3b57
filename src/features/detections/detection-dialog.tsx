import { Dialog, DialogTitle } from '@mui/material';
import { useState } from 'react';
import type { DetectionView } from '#contract/tasks.ts';
import { noWindow, useSetPlace } from '#src/shared/navigation/place.ts';
import { DetectionForm } from './detection-form.tsx';
import { DetectionOutcome } from './detection-outcome.tsx';

/** *Simulate a detection*: a device, an instant and one or more objects; then what came of it. */
export function DetectionDialog() {
  const setPlace = useSetPlace();
  const [simulated, setSimulated] = useState<{ detection: DetectionView; later: boolean } | null>(null);
  const close = () => {
    setPlace(noWindow);
  };
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={false}
      aria-labelledby="detection-title"
      slotProps={{ paper: { sx: { width: 900, m: { xs: 2, sm: 8 } } } }}
    >
      <DialogTitle variant="h2" id="detection-title" sx={{ px: 5 }}>
        Simulate a detection
      </DialogTitle>
      {simulated ? (
        <DetectionOutcome
          detection={simulated.detection}
          later={simulated.later}
          onClose={close}
          onTask={(task) => {
            setPlace({ ...noWindow, task });
          }}
        />
      ) : (
        <DetectionForm
          onSimulated={(detection, later) => {
            setSimulated({ detection, later });
          }}
          onClose={close}
        />
      )}
    </Dialog>
  );
}
