import { Dialog, DialogTitle, Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import type { DetectionView } from '#contract/tasks.ts';
import { closedWindowParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { DetectionForm } from './detection-form.tsx';
import { StreamForm } from './stream-form.tsx';
import { DetectionOutcome } from './detection-outcome.tsx';

/** *Simulate a detection*: one detection and its outcome, or a random stream. */
export function DetectionDialog() {
  const setPlace = useSetSearchParams();
  const [simulated, setSimulated] = useState<{ detection: DetectionView; later: boolean } | null>(null);
  const [many, setMany] = useState(false);
  const close = () => {
    setPlace(closedWindowParams);
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
      {!simulated && (
        <Tabs
          value={many ? 'stream' : 'one'}
          aria-label="What to simulate"
          sx={{ px: 5 }}
          onChange={(_, chosen) => {
            setMany(chosen === 'stream');
          }}
        >
          <Tab value="one" label="One detection" />
          <Tab value="stream" label="A random stream" />
        </Tabs>
      )}
      {many && <StreamForm onClose={close} />}
      {simulated && (
        <DetectionOutcome
          detection={simulated.detection}
          later={simulated.later}
          onClose={close}
          onTask={(task) => {
            setPlace({ ...closedWindowParams, task });
          }}
        />
      )}
      {!many && !simulated && (
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
