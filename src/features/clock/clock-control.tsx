import { Alert, Box, Button, Divider, Popover, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { rates, type ClockCommand } from '#contract/simulation.ts';
import { toInstant } from '#contract/time.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { dayTimeIn, dayTimeSecondsIn, instantOfWallTime, viewerZone, wallTimeIn } from '#src/shared/time/format.ts';
import { clockQuery } from './queries.ts';
import { useSimulatedNow } from './use-simulated-now.ts';

const hourMs = 3_600_000;

/** The simulated clock in the top bar: what time it is there, and how it runs. */
export function ClockControl() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const now = useSimulatedNow();
  const clock = useQuery(clockQuery).data;
  if (!clock) return null;
  const pace = clock.paused ? 'paused' : clock.real ? 'real time' : `×${String(clock.rate)}`;
  return (
    <>
      <Button
        aria-haspopup="dialog"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        title={`Simulated time, in ${viewerZone()}`}
      >
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500, mr: 2 }}>
          Simulated time
        </Box>
        {dayTimeIn(viewerZone(), now)}
        <Box component="span" sx={{ color: clock.real ? 'text.secondary' : 'vesper.now', ml: 2 }}>
          {pace}
        </Box>
      </Button>
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => {
            setAnchor(null);
          }}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
          transformOrigin={{ vertical: 'top', horizontal: 'right' }}
          slotProps={{ paper: { role: 'dialog', 'aria-label': 'Simulated clock' } }}
        >
          <ClockPanel now={now} paused={clock.paused} rate={clock.rate} real={clock.real} />
        </Popover>
      )}
    </>
  );
}

interface ClockPanelProps {
  readonly now: number;
  readonly paused: boolean;
  readonly rate: number;
  readonly real: boolean;
}

function ClockPanel({ now, paused, rate, real }: ClockPanelProps) {
  const zone = viewerZone();
  const queries = useQueryClient();
  const [target, setTarget] = useState(() => wallTimeIn(zone, now + hourMs));
  const [asking, setAsking] = useState(false);
  const command = useMutation({
    mutationFn: (body: ClockCommand) => call('setClock', { body }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const targetMs = instantOfWallTime(target, zone);
  const jump = (to: number) => {
    command.mutate({ command: 'jump', to: toInstant(to) });
  };
  return (
    <Stack spacing={4} sx={{ p: 4, width: 360 }}>
      <Box>
        <Typography variant="h2">{dayTimeSecondsIn(zone, now)}</Typography>
        <Typography color="text.secondary">in {zone}. Tasks of this demonstration live in this time.</Typography>
      </Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="Pace"
        value={paused ? 'pause' : String(rate)}
        onChange={(_, chosen: string | null) => {
          const pace = rates.find((r) => String(r) === chosen);
          if (chosen === 'pause') command.mutate({ command: 'pause' });
          else if (pace) command.mutate({ command: 'run', rate: pace });
        }}
      >
        <ToggleButton value="pause">Pause</ToggleButton>
        {rates.map((r) => (
          <ToggleButton key={r} value={String(r)}>
            ×{r}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-end' }}>
        <TextField
          label="Jump to"
          type="datetime-local"
          value={target}
          onChange={(event) => {
            setTarget(event.target.value);
          }}
          error={targetMs === null}
          helperText={targetMs === null ? 'Enter a date and a time.' : `in ${zone}`}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ flex: 1 }}
        />
        <Button
          sx={{ mb: '23px !important' }}
          disabled={targetMs === null}
          onClick={() => {
            if (targetMs !== null) jump(targetMs);
          }}
        >
          Jump
        </Button>
      </Stack>
      <Stack direction="row" spacing={2}>
        {[1, 6, 24].map((hours) => (
          <Button
            key={hours}
            onClick={() => {
              jump(now + hours * hourMs);
            }}
          >
            +{hours} h
          </Button>
        ))}
      </Stack>
      {command.isError && <Alert severity="error">{sentenceOf(command.error)}</Alert>}
      <Divider />
      {asking ? (
        <Alert
          severity="warning"
          action={
            <Button
              color="inherit"
              onClick={() => {
                setAsking(false);
                command.mutate({ command: 'real' });
              }}
            >
              Go back
            </Button>
          }
        >
          What happened after the real now is undone: later detections and their tasks are removed.
        </Alert>
      ) : (
        <Button
          disabled={real}
          onClick={() => {
            if (now > Date.now()) setAsking(true);
            else command.mutate({ command: 'real' });
          }}
        >
          Back to real time
        </Button>
      )}
    </Stack>
  );
}
