import {
  Autocomplete,
  Box,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { occurrencesBetween } from '#domain/schedule/occurrence.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { dayIn, offsetIn, timeIn, viewerZone } from '#src/shared/time/format.ts';
import { Ribbon } from '#src/shared/ui/ribbon.tsx';
import { createdWords, firstMarkers, planOf, previewHours, previewSpan, reasonWords, startWords } from './preview.ts';

const hourMs = 3_600_000;
const zones = Intl.supportedValuesOf('timeZone');

/** *When would tasks start?* The next 48 hours in a zone, and three made-up tasks to try the rule with. */
export function StartPreview({ start, deviceZone }: { start: ScanStart; deviceZone: string }) {
  const [zone, setZone] = useState(deviceZone);
  return (
    <Box component="section" aria-labelledby="preview-title">
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="h3" id="preview-title">
          When would tasks start?
        </Typography>
        <Autocomplete
          disableClearable
          size="small"
          options={[...new Set([deviceZone, viewerZone(), 'UTC', ...zones])]}
          value={zone}
          onChange={(_, chosen) => {
            setZone(chosen);
          }}
          sx={{ width: 280 }}
          renderInput={(params) => <TextField {...params} label="Time of a device in" />}
        />
      </Box>
      <PreviewIn key={zone} start={start} zone={zone} />
    </Box>
  );
}

function PreviewIn({ start, zone }: { start: ScanStart; zone: string }) {
  const now = useSimulatedNow();
  const [span] = useState(() => previewSpan(now, zone));
  const [markers, setMarkers] = useState(() => firstMarkers(span, zone));
  const plans = markers.map((marker) => ({ marker, plan: planOf(start, marker, zone) }));
  const windows = start.mode === 'interval' ? occurrencesBetween(start.window, span.fromMs, span.toMs, zone) : [];
  return (
    <>
      <Ribbon
        span={span}
        nowMs={now}
        windows={windows.map((w) => ({
          fromMs: w.opensAtMs,
          toMs: w.closesAtMs,
          label: `${timeIn(zone, w.opensAtMs)} – ${timeIn(zone, w.closesAtMs)}`,
        }))}
        spans={plans.flatMap(({ marker, plan }) =>
          plan.kind === 'waits'
            ? [{ handle: marker.name, fromMs: plan.occurrence.opensAtMs, toMs: plan.occurrence.closesAtMs }]
            : [],
        )}
        ticks={ticksOf(span.fromMs, zone)}
        changes={clockChanges(span.fromMs, zone)}
        handles={plans.map(({ marker, plan }) => ({
          name: marker.name,
          atMs: marker.createdAtMs,
          says: `Created ${createdWords(marker, zone)}: starts ${startWords(plan, zone)}`,
        }))}
        onMove={(name, createdAtMs) => {
          setMarkers(markers.map((marker) => (marker.name === name ? { ...marker, createdAtMs } : marker)));
        }}
      />
      <Table size="small" aria-label="When would tasks start?">
        <TableHead>
          <TableRow sx={{ '& th': { color: 'text.secondary', fontWeight: 500 } }}>
            <TableCell sx={{ width: 32 }}>Task</TableCell>
            <TableCell>Created ({zone})</TableCell>
            <TableCell>Starts</TableCell>
            <TableCell>Because</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {plans.map(({ marker, plan }) => (
            <TableRow key={marker.name}>
              <TableCell sx={{ color: 'vesper.start', fontWeight: 700 }}>{marker.name}</TableCell>
              <TableCell>{createdWords(marker, zone)}</TableCell>
              <TableCell sx={{ fontWeight: 600 }}>{startWords(plan, zone)}</TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>{reasonWords[plan.because]}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function ticksOf(fromMs: number, zone: string) {
  return Array.from({ length: previewHours + 1 }, (_, hour) => fromMs + hour * hourMs)
    .filter((atMs) => Number(timeIn(zone, atMs).slice(0, 2)) % 3 === 0)
    .flatMap((atMs) => {
      const hour = { atMs, label: timeIn(zone, atMs).slice(0, 2), strong: false };
      return timeIn(zone, atMs).startsWith('00')
        ? [hour, { atMs: atMs + 1, label: dayIn(zone, atMs), strong: true }]
        : [hour];
    });
}

function clockChanges(fromMs: number, zone: string) {
  return Array.from({ length: previewHours }, (_, hour) => fromMs + hour * hourMs)
    .filter((atMs) => offsetIn(zone, atMs) !== offsetIn(zone, atMs + hourMs))
    .map((atMs) => ({ atMs: atMs + hourMs, label: `clocks change to UTC${offsetIn(zone, atMs + hourMs)}` }));
}
