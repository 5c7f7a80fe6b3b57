import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { timeZoneBody } from '#contract/device-zones.ts';
import type { DeviceRow } from '#contract/devices.ts';
import { suggestZones } from '#domain/schedule/suggest-zones.ts';
import { useSimulatedQuarter } from '#src/features/clock/use-simulated-now.ts';
import { runsSentence, failedSentence } from '#src/features/effects/effects-text.ts';
import { useEffects, type EffectsState } from '#src/features/effects/effects.tsx';
import { unknownZoneText } from '#src/shared/time/unknown-zone-text.ts';
import { ZoneField } from '#src/shared/time/zone-field.tsx';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { useChange } from '#src/shared/undo/use-change.ts';

interface SetTimeZoneProps {
  readonly devices: readonly Pick<DeviceRow, 'id' | 'name' | 'timeZone' | 'timeZoneKnown'>[];
  /** Called after it is set. */
  readonly onSet?: () => void;
  readonly onClose: () => void;
}

/** Sets the time zone of devices in one change with *Undo*, and previews the effect on waiting runs. */
export function SetTimeZone({ devices, onSet, onClose }: SetTimeZoneProps) {
  const now = useSimulatedQuarter() ?? 0;
  const [zone, setZone] = useState<string | null>(null);
  const changing = devices.filter(({ timeZone }) => timeZone !== zone);
  const many = formatCount(devices.length, ['device', 'devices']);
  const change = useChange('setTimeZone', () => {
    onSet?.();
    onClose();
  });
  const notYet = zone === null ? 'Choose a time zone.' : changing.length > 0 ? null : `Already in ${zone}.`;
  const body =
    zone === null || notYet !== null
      ? null
      : timeZoneBody.parse({ deviceIds: changing.map(({ id }) => id), timeZone: zone });
  const effects = useEffects(body && { operation: 'setTimeZone', params: {}, query: {}, body });
  const unknown = [...new Set(devices.filter(({ timeZoneKnown }) => !timeZoneKnown).map(({ timeZone }) => timeZone))];
  const suggested = unknown.length === 1 ? suggestZones(unknown[0] ?? '', { atMs: now }).slice(0, maxSuggestions) : [];
  return (
    <ConfirmDialog
      title={devices.length === 1 ? `Set the time zone of ${devices[0]?.name ?? many}` : `Set the time zone of ${many}`}
      rights={['manage-devices']}
      confirmLabel={
        devices.length === 1
          ? 'Set time zone'
          : `Set time zone of ${formatCount(changing.length, ['device', 'devices'])}`
      }
      blockedReason={notYet}
      busy={change.isPending}
      error={change.error}
      failurePrefix="No time zone was set."
      onConfirm={() => {
        if (!body) return;
        change.mutate({
          input: { body },
          successMessage: ({ changed }) =>
            devices.length === 1
              ? `${devices[0]?.name ?? ''} is in ${body.timeZone} now.`
              : `${formatCount(changed, ['device is', 'devices are'])} in ${body.timeZone} now.`,
        });
      }}
      onClose={onClose}
    >
      <Typography>{nowWords(devices)}</Typography>
      <ZoneField
        label="Time zone"
        value={zone}
        first={suggested}
        atMs={now}
        helperText={suggested.length === 0 ? undefined : `${unknown[0] ?? ''} may mean ${either.format(suggested)}.`}
        onChange={setZone}
      />
      <Box role="status" aria-label="What will change" sx={{ minHeight: 44 }}>
        <Typography color="textSecondary">{effectWords(effects)}</Typography>
      </Box>
    </ConfirmDialog>
  );
}

const maxSuggestions = 3;
const either = new Intl.ListFormat('en', { type: 'disjunction' });
const maxNamed = 3;

/** *Now: Europe/Berlin (3), time zone not known: PST (2).* */
function nowWords(devices: SetTimeZoneProps['devices']): string {
  const counts = new Map<string, number>();
  for (const { timeZone, timeZoneKnown } of devices) {
    const words = timeZoneKnown ? timeZone : unknownZoneText(timeZone);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const named = sorted
    .slice(0, maxNamed)
    .map(([words, count]) => (devices.length === 1 ? words : `${words} (${count.toLocaleString('en')})`));
  const rest = sorted.length - named.length;
  return `Now: ${[...named, ...(rest > 0 ? [formatCount(rest, ['more time zone', 'more time zones'])] : [])].join(', ')}.`;
}

function effectWords(state: EffectsState | null): string {
  if (state === null) return 'Choose a time zone to preview what happens to waiting runs.';
  if (state.error) return `Couldn’t compute the changes. ${failedSentence(state.error)}`;
  if (!state.effects) return 'Working out what would change…';
  return runsSentence(state.effects.runs) ?? 'No waiting run changes.';
}
