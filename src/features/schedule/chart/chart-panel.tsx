import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import type { Forecast } from '#contract/forecast.ts';
import { axisLabel, deviceZones, type Axis } from '../inputs/axis.ts';
import { binsOf } from './bins.ts';
import { clockChangeMarks } from './clock-change-marks.ts';
import { ZoomButtons } from './zoom-buttons.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { scalesOf } from './chart-scale.ts';
import { ChartTable } from './chart-table.tsx';
import { describeChart } from './chart-text.ts';
import { Chart } from './chart.tsx';
import type { Span } from '../inputs/short-instant.ts';
import { wholeOf } from './time-range.ts';
import { useWidth } from '#src/shared/ui/chart/use-width.ts';

interface ChartPanelProps {
  readonly id: string;
  readonly answer: Forecast;
  readonly axis: Axis;
  /** The part of time in sight; null for all of it. */
  readonly view: Span | null;
  /** The part that the address asks for; its answer may not be there yet. */
  readonly requestedView: Span | null;
  readonly asTable: boolean;
  readonly onView: (view: Span | null) => void;
  readonly onTable: (asTable: boolean) => void;
  readonly onStarts: (span: Span) => void;
}

/** Starts and scans at once over time, as a picture or as a table that says the same. */
export function ChartPanel(props: ChartPanelProps) {
  const { id, answer, axis, view, requestedView, asTable, onView, onTable, onStarts } = props;
  const { zone } = axis;
  const { ref, width } = useWidth<HTMLDivElement>();
  const [tall, setTall] = useState(false);
  const side = answer.draft ?? answer.now;
  const whole = wholeOf(answer, view !== null);
  const shown = view ?? whole;
  const bins = binsOf(answer.bins, side);
  const currentBins = answer.draft && binsOf(answer.bins, answer.now);
  const { cut } = scalesOf(shown, currentBins ? [bins, currentBins] : [bins], width, false);
  return (
    <Box ref={ref} sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">Starts over time</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, ml: 'auto', alignItems: 'center' }}>
          {cut && !asTable && (
            <Button
              aria-pressed={tall}
              title="A few bars are higher than the axis"
              onClick={() => {
                setTall(!tall);
              }}
            >
              Full height
            </Button>
          )}
          <ZoomButtons span={shown} whole={whole} isZoomed={view !== null} onView={onView} />
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label="Shown as"
            value={asTable ? 'table' : 'picture'}
            onChange={(_, next: 'table' | 'picture' | null) => {
              if (next !== null) onTable(next === 'table');
            }}
          >
            <ToggleButton value="picture">Picture</ToggleButton>
            <ToggleButton value="table">Table</ToggleButton>
          </ToggleButtonGroup>
        </Box>
      </Box>
      <ChartLegend binMs={answer.bins.widthMs} seed={answer.seed} drafted={answer.draft !== null} />
      {asTable && (
        <ChartTable bins={bins} currentBins={currentBins} zone={zone} asOf={answer.asOf} onStarts={onStarts} />
      )}
      {!asTable && width > 0 && (
        <Chart
          id={id}
          width={width}
          bins={bins}
          currentBins={currentBins}
          whole={whole}
          view={view}
          requestedView={requestedView}
          zone={zone}
          asOf={answer.asOf}
          detections={answer.detections.map(Date.parse)}
          changes={clockChangeMarks(
            shown,
            zone,
            deviceZones(answer).map((each) => each.zone),
          )}
          summary={`${describeChart(side, zone, answer.draft !== null)} The axis shows ${axisLabel(axis)}.`}
          tall={tall}
          onView={onView}
          onStarts={onStarts}
        />
      )}
      {!asTable && width === 0 && <Box sx={{ height: 338 }} />}
    </Box>
  );
}
