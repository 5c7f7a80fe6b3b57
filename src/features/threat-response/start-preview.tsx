import { Box, Typography } from '@mui/material';
import { memo, useState } from 'react';
import { occurrencesBetween } from '#domain/schedule/occurrence.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { useSimulatedNow, useSimulatedQuarter } from '#src/features/clock/use-simulated-now.ts';
import { viewerZone, weekdayTimeIn } from '#src/shared/time/format.ts';
import { ZoneField } from '#src/shared/time/zone-field.tsx';
import { Ribbon } from '#src/shared/ui/chart/ribbon.tsx';
import { clockChanges } from '#src/shared/time/clock-change.ts';
import { PreviewTable } from './preview-table.tsx';
import { dayTicks, hourTicks } from './preview-ticks.ts';
import { reasonLabels, formatStart, windowLabels } from './preview-text.ts';
import { firstMarkers, markersWithin, planOf, previewSpan, reasonOf } from './start-markers.ts';

/** *When would tasks start?* The next 48 hours in a zone, and three made-up tasks to try the rule with. */
export function StartPreview({ start, deviceZone }: { start: ScanStart; deviceZone: string }) {
  const [zone, setZone] = useState(deviceZone);
  const quarter = useSimulatedQuarter();
  return (
    <Box component="section" aria-labelledby="preview-title" sx={{ minWidth: 0 }}>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between', pt: 1 }}
      >
        <Typography variant="h3" id="preview-title">
          When would tasks start?
        </Typography>
        <ZoneChoice deviceZone={deviceZone} zone={zone} atMs={quarter ?? 0} onChoose={setZone} />
      </Box>
      <PreviewIn key={zone} start={start} zone={zone} />
    </Box>
  );
}

interface ZoneChoiceProps {
  readonly deviceZone: string;
  readonly zone: string;
  /** The instant at which offsets hold, epoch milliseconds. */
  readonly atMs: number;
  readonly onChoose: (zone: string) => void;
}

/** In whose time the preview is told. It knows every zone, and is not drawn again with each key of a time. */
const ZoneChoice = memo(function ZoneChoice({ deviceZone, zone, atMs, onChoose }: ZoneChoiceProps) {
  return (
    <ZoneField
      label="Time of a device in"
      value={zone}
      first={[deviceZone, viewerZone()]}
      atMs={atMs}
      onChange={onChoose}
      width={280}
    />
  );
});

function PreviewIn({ start, zone }: { start: ScanStart; zone: string }) {
  const now = useSimulatedNow();
  // The span follows the clock in steps of three hours; the markers stay where they were put while they lie in it.
  const span = previewSpan(now, zone);
  const [put, setPut] = useState(() => firstMarkers(span, zone));
  const markers = markersWithin(put, span, zone);
  const windows = start.mode === 'interval' ? occurrencesBetween(start.window, span.fromMs, span.toMs, zone) : [];
  const labels = windowLabels(windows, span, now, zone);
  const changes = clockChanges(span.fromMs, span.toMs, zone);
  const tasks = markers.map((marker) => {
    const plan = planOf(start, marker, zone);
    const created = weekdayTimeIn(zone, marker.createdAtMs);
    const because = reasonLabels[reasonOf(start, plan, marker, zone)];
    return { marker, plan, line: { name: marker.name, created, starts: formatStart(plan, zone), because } };
  });
  return (
    <>
      <Ribbon
        span={span}
        nowMs={now}
        windows={windows.map((w, i) => ({ fromMs: w.opensAtMs, toMs: w.closesAtMs, label: labels[i] ?? '' }))}
        lanes={Object.fromEntries(
          tasks.map(({ marker, plan }) => [
            marker.name,
            plan.kind === 'waits' ? { fromMs: plan.occurrence.opensAtMs, toMs: plan.occurrence.closesAtMs } : undefined,
          ]),
        )}
        hours={hourTicks(span.fromMs, zone)}
        days={dayTicks(span.fromMs, zone)}
        changes={changes}
        handles={tasks.map(({ marker, line }) => ({
          name: marker.name,
          label: `Task ${marker.name} created`,
          atMs: marker.createdAtMs,
          valueText: `Created ${line.created}: starts ${line.starts}`,
        }))}
        onMove={(name, createdAtMs) => {
          setPut(markers.map((marker) => (marker.name === name ? { ...marker, createdAtMs } : marker)));
        }}
      />
      {changes.map((change) => (
        <Typography key={change.atMs} sx={{ mb: 1 }}>
          {change.sentence}
        </Typography>
      ))}
      <PreviewTable lines={tasks.map(({ line }) => line)} />
    </>
  );
}
