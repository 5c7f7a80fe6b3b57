import { Alert, Box, Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { ClockView } from '#contract/simulation.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { formatSpan } from './quick-jumps.ts';

interface ReturnToRealTimeProps {
  readonly clock: ClockView;
  readonly nowMs: number;
  readonly zone: string;
  readonly onBack: () => void;
}

// Less than this ahead nothing can have happened that is worth a question.
const confirmThresholdMs = 1_000;

/** The one way back: asks first when something later than the real now would be undone. */
export function ReturnToRealTime({ clock, nowMs, zone, onBack }: ReturnToRealTimeProps) {
  const readOnly = useReadOnly();
  /** The real instant at which the question was asked. */
  const [confirmingAtMs, setConfirmingAtMs] = useState<number | null>(null);
  if (confirmingAtMs !== null && !clock.real && readOnly === null) {
    return (
      <Alert severity="warning" variant="outlined" role="group" aria-label="Back to real time?">
        Simulated time is {formatSpan(nowMs - confirmingAtMs)} ahead. Going back undoes what happened after{' '}
        {dayTimeIn(zone, confirmingAtMs)} in {zone}: later detections and their tasks are removed, later starts by hand
        are taken back.
        <Stack direction="row" spacing={2} sx={{ mt: 2 }}>
          <Button
            onClick={() => {
              setConfirmingAtMs(null);
            }}
          >
            Stay in simulated time
          </Button>
          <Button
            color="warning"
            onClick={() => {
              setConfirmingAtMs(null);
              onBack();
            }}
          >
            Undo and go back
          </Button>
        </Stack>
      </Alert>
    );
  }
  return (
    <Box>
      <AllowedButton
        disabledReason={readOnly?.reason ?? null}
        disabled={clock.real}
        onClick={() => {
          const realMs = Date.now();
          if (nowMs - realMs > confirmThresholdMs) setConfirmingAtMs(realMs);
          else onBack();
        }}
      >
        Back to real time
      </AllowedButton>
    </Box>
  );
}
