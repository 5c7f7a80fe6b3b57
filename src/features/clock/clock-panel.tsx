import { Alert, Box, Skeleton, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { ClockCommand } from '#contract/clock-command.ts';
import { rates, type ClockView } from '#contract/simulation.ts';
import { toInstant } from '#contract/time.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { dayTimeIn, dayTimeSecondsIn, viewerZone } from '#src/shared/time/format.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { ReadOnlyArea } from '#src/shared/rights/read-only-area.tsx';
import { readOnlyProps, useReadOnly } from '#src/shared/rights/read-only.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { ReturnToRealTime } from './return-to-real-time.tsx';
import { JumpForm } from './jump-form.tsx';
import { setClock } from './queries.ts';
import { quickJumps } from './quick-jumps.ts';
import { useSimulatedNow } from './use-simulated-now.ts';

const DurationForm = lazyComponent(() => import('./duration-form.tsx').then((m) => m.DurationForm));

interface ClockPanelProps {
  readonly clock: ClockView;
  /** Told in words what was done, to be announced. */
  readonly onChanged: (sentence: string) => void;
}

/** Sets the simulated clock: pause, rates, jumps, and back to real time. */
export function ClockPanel({ clock, onChanged }: ClockPanelProps) {
  const zone = viewerZone();
  const now = useSimulatedNow();
  const whyNot = useDenialReason('simulate');
  const set = useMutation(setClock(useQueryClient()));
  const send = (command: ClockCommand) => {
    set.mutate(command, {
      onSuccess: (answer) => {
        onChanged(sentenceAfter(command, answer, zone));
      },
    });
  };
  const jump = (toMs: number) => {
    send({ command: 'jump', to: toInstant(toMs) });
  };
  return (
    <Stack spacing={4} sx={{ p: 4 }}>
      <Box>
        <Typography variant="h2" component="h2">
          {dayTimeSecondsIn(zone, now)}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          Simulated time in {zone}, your time zone.{clock.real ? ' It is real time.' : ''}
        </Typography>
      </Box>
      <ReadOnlyArea reason={whyNot}>
        <RateChoice clock={clock} onChoose={send} />
        <JumpForm nowMs={now} zone={zone} problem={set.error} onJump={jump} />
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(84px, 1fr))', gap: 1.5 }}>
          {quickJumps.map(({ label, to }) => (
            <AllowedButton
              disabledReason={whyNot}
              key={label}
              sx={{ px: 0 }}
              onClick={() => {
                jump(to(now, zone));
              }}
            >
              {label}
            </AllowedButton>
          ))}
        </Box>
        {set.error && set.variables.command !== 'jump' && (
          <Alert severity="error" variant="outlined">
            The clock was not changed. {sentenceOf(set.error)}
          </Alert>
        )}
        <Suspense fallback={<Skeleton variant="rounded" height={140} />}>
          <DurationForm onSaved={onChanged} />
        </Suspense>
        <ReturnToRealTime
          clock={clock}
          nowMs={now}
          zone={zone}
          onBack={() => {
            send({ command: 'real' });
          }}
        />
      </ReadOnlyArea>
    </Stack>
  );
}

function RateChoice({ clock, onChoose }: { clock: ClockView; onChoose: (command: ClockCommand) => void }) {
  const readOnly = useReadOnly();
  return (
    <ToggleButtonGroup
      exclusive
      fullWidth
      size="small"
      aria-label="Speed"
      value={clock.paused ? 'pause' : clock.rate}
      onChange={(_, chosen: 'pause' | ClockView['rate'] | null) => {
        // null: the one that is chosen already was pressed; it stays chosen.
        if (chosen === null || readOnly !== null) return;
        onChoose(chosen === 'pause' ? { command: 'pause' } : { command: 'run', rate: chosen });
      }}
    >
      <ToggleButton value="pause" {...readOnlyProps(readOnly)}>
        Pause
      </ToggleButton>
      {rates.map((rate) => (
        <ToggleButton key={rate} value={rate} {...readOnlyProps(readOnly)}>
          ×{rate}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function sentenceAfter(command: ClockCommand, answer: ClockView, zone: string): string {
  const shown = `${dayTimeIn(zone, answer.now)} in ${zone}`;
  switch (command.command) {
    case 'pause':
      return `Simulated time is paused at ${shown}.`;
    case 'run':
      return `Simulated time runs ×${String(command.rate)} from ${shown}.`;
    case 'jump':
      return `Simulated time jumped to ${shown}.`;
    case 'real':
      return `Simulated time is real time again: ${shown}.`;
    default:
      return command satisfies never;
  }
}
