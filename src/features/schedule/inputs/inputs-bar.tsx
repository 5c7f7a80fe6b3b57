import { Box, Button } from '@mui/material';
import type { Forecast } from '#contract/forecast.ts';
import { DetectionForm } from './detection-form.tsx';
import { DurationsForm } from './durations-form.tsx';
import { InputChip } from './input-chip.tsx';
import type { InputErrors } from './input-errors.ts';
import { describeCompared, describeDetections, describeDurations, describeOffline } from './input-text.ts';
import { OfflineForm } from './offline-form.tsx';
import { SampleForm } from './sample-form.tsx';
import { SettingsForm } from './settings-form.tsx';
import type { ScheduleSearch } from './use-schedule-search.ts';

interface InputsBarProps {
  readonly address: ScheduleSearch;
  /** The last answer; null before the first. */
  readonly answer: Forecast | null;
  readonly errors: InputErrors;
  readonly zone: string;
}

/** What is asked, as chips that can be changed. */
export function InputsBar({ address, answer, errors, zone }: InputsBarProps) {
  const { inputs, detections, ask } = address;
  const seed = inputs.seed ?? answer?.seed ?? null;
  return (
    <Box role="group" aria-label="What if" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <InputChip
        label="Detection"
        value={describeDetections(detections, zone, address.openedMs)}
        error={errors.detection}
      >
        {(close) => (
          <DetectionForm
            value={detections}
            zone={zone}
            onSet={(next) => {
              ask({ detections: next });
            }}
            onClose={close}
          />
        )}
      </InputChip>
      <InputChip label="Settings" value={describeCompared(inputs.compared)} error={errors.settings}>
        {(close) => (
          <SettingsForm
            value={inputs.compared}
            onSet={(compared) => {
              ask({ compared });
            }}
            onClose={close}
          />
        )}
      </InputChip>
      <InputChip label="Offline" value={describeOffline(inputs.offline)} error={errors.offline}>
        {(close) => (
          <OfflineForm
            value={inputs.offline}
            onSet={(offline) => {
              ask({ offline });
            }}
            onClose={close}
          />
        )}
      </InputChip>
      <InputChip label="Scans take" value={describeDurations(inputs.durations)} error={errors.durations}>
        {(close) => (
          <DurationsForm
            value={inputs.durations}
            onSet={(durations) => {
              ask({ durations });
            }}
            onClose={close}
          />
        )}
      </InputChip>
      <InputChip label="Sample" value={seed === null ? '…' : `#${String(seed)}`} error={errors.sample}>
        {(close) => (
          <SampleForm
            value={inputs}
            shown={answer}
            onSet={(sample) => {
              ask(sample);
            }}
            onClose={close}
          />
        )}
      </InputChip>
      <Button
        disabled={seed === null}
        onClick={() => {
          ask({ seed: ((seed ?? 0) + 1) % 0x1_0000_0000, view: inputs.view });
        }}
      >
        Another sample
      </Button>
    </Box>
  );
}
