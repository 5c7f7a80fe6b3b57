import { Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { readOnlyProps, useReadOnly } from '#src/shared/rights/read-only.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { instantOfWallTime, wallTimeIn } from '#src/shared/time/wall-time.ts';

interface JumpFormProps {
  readonly nowMs: number;
  /** The zone in which the field is meant. */
  readonly zone: string;
  /** What the backend said about the last command, if it refused it. */
  readonly problem: Error | null;
  readonly onJump: (toMs: number) => void;
}

/** Jumps to an instant: forward only. */
export function JumpForm({ nowMs, zone, problem, onJump }: JumpFormProps) {
  const readOnly = useReadOnly();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const refused =
    problem instanceof ApiProblem && problem.errors.some(({ path }) => path === '/to') ? problem.message : null;
  const jump = () => {
    if (readOnly !== null) return;
    const toMs = text === '' ? null : instantOfWallTime(text, zone);
    const found = toMs === null ? 'Enter a date and a time.' : toMs <= nowMs ? passed(nowMs, zone) : null;
    setError(found);
    if (toMs === null || found !== null) return;
    onJump(toMs);
    setText('');
  };
  const shown = error ?? refused;
  return (
    <Stack
      component="form"
      noValidate
      direction="row"
      spacing={2}
      sx={{ alignItems: 'flex-start' }}
      onSubmit={(event) => {
        event.preventDefault();
        jump();
      }}
    >
      <TextField
        label="Jump to"
        type="datetime-local"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setError(null);
        }}
        error={shown !== null}
        helperText={shown ?? `Forward only, in ${zone}.`}
        sx={{ flex: 1 }}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { min: wallTimeIn(zone, nowMs), readOnly: readOnly !== null, ...readOnlyProps(readOnly) },
        }}
      />
      <AllowedButton disabledReason={readOnly?.reason ?? null} type="submit" variant="contained" color="primary">
        Jump
      </AllowedButton>
    </Stack>
  );
}

const passed = (nowMs: number, zone: string) =>
  `Simulated time runs forward only: choose a time after ${dayTimeIn(zone, nowMs)} in ${zone}, or go back to real time.`;
