import { Alert, Box, Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { ClockView } from '#contract/simulation.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { spanInWords } from './quick-jumps.ts';

interface BackToRealProps {
  readonly clock: ClockView;
  readonly nowMs: number;
  readonly zone: string;
  readonly onBack: () => void;
}

// Less than this ahead nothing can have happened that is worth a question.
const worthAskingMs = 1_000;

/** The one way back: asks first when something later than the real now would be undone. */
export function BackToReal({ clock, nowMs, zone, onBack }: BackToRealProps) {
  const readOnly = useReadOnly();
  /** The real instant at which the question was asked. */
  const [askedMs, setAskedMs] = useState<number | null>(null);
  if (askedMs !== null && !clock.real && readOnly === null) {
    return (
      <Alert severity="warning" variant="outlined" role="group" aria-label="Back to real time?">
        Simulated time is {spanInWords(nowMs - askedMs)} ahead. Going back undoes what happened after{' '}
        {dayTimeIn(zone, askedMs)} in {zone}: later detections and their tasks are removed, later starts by hand are
        taken back.
        <Stack direction="row" spacing={2} sx={{ mt: 2 }}>
          <Button
            onClick={() => {
              setAskedMs(null);
            }}
          >
            Stay in simulated time
          </Button>
          <Button
            color="warning"
            onClick={() => {
              setAskedMs(null);
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
          if (nowMs - realMs > worthAskingMs) setAskedMs(realMs);
          else onBack();
        }}
      >
        Back to real time
      </AllowedButton>
    </Box>
  );
}
