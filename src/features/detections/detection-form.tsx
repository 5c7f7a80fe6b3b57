import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Box, Button, DialogActions, DialogContent, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import type { DetectionView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import type { DeviceId } from '#domain/ids.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { call } from '#src/shared/api/client.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { ApplicationFields } from './application-fields.tsx';
import {
  blankDetection,
  detectionFormSchema,
  fieldAt,
  laterInstant,
  type DetectionForm as Form,
  type FilledDetection,
} from './detection-form-fields.ts';
import { DevicePicker } from './device-picker.tsx';
import { ObjectFields } from './object-fields.tsx';
import { DetectionTimeFields } from './detection-time-fields.tsx';

interface NewDetection {
  readonly deviceId: DeviceId;
  readonly atMs: number | null;
  readonly application: FilledDetection['application'];
  readonly objects: FilledDetection['objects'];
}

interface DetectionFormProps {
  /** @param later whether a later instant was requested */
  readonly onSimulated: (detection: DetectionView, later: boolean) => void;
  readonly onClose: () => void;
}

/** The form of one detection. Errors of the backend appear on their fields. */
export function DetectionForm({ onSimulated, onClose }: DetectionFormProps) {
  const queries = useQueryClient();
  const now = useSimulatedNow();
  const denied = useDenialReason('simulate');
  const form = useForm<Form, unknown, FilledDetection>({
    defaultValues: blankDetection,
    resolver: zodResolver(detectionFormSchema),
  });
  const simulate = useMutation({
    mutationFn: ({ deviceId, atMs, application, objects }: NewDetection) =>
      call('simulateDetection', {
        body: {
          deviceId,
          objects,
          ...(atMs === null ? {} : { at: toInstant(atMs) }),
          ...(application === null ? {} : { legitimateApplication: application }),
        },
      }),
    onSuccess: (detection, { atMs }) => {
      onSimulated(detection, atMs !== null);
      void refreshAffected(queries, 'simulateDetection');
    },
    onError: (problem) => {
      for (const { path, message } of problem instanceof ApiProblem ? problem.errors : []) {
        const field = fieldAt(path);
        if (field) form.setError(field, { message });
      }
    },
  });
  const submit = form.handleSubmit(({ device, when, at, application, objects }) => {
    if (denied !== null) return;
    const instant = when === 'later' ? laterInstant(at, now, viewerZone()) : null;
    if (instant !== null && typeof instant === 'object') {
      form.setError('at', { message: instant.error }, { shouldFocus: true });
      return;
    }
    simulate.mutate({ deviceId: device.id, atMs: instant, application, objects });
  });
  return (
    <Box component="form" noValidate sx={{ display: 'contents' }} onSubmit={(event) => void submit(event)}>
      <DialogContent dividers sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4, px: 5 }}>
        <Typography color="textSecondary">
          Kaspersky Sandbox finds a threat on a device. What the policies say then happens, in simulated time.
        </Typography>
        <Controller
          control={form.control}
          name="device"
          render={({ field, fieldState }) => (
            <DevicePicker device={field.value} error={fieldState.error?.message} onChange={field.onChange} />
          )}
        />
        <DetectionTimeFields control={form.control} />
        <ApplicationFields control={form.control} />
        <ObjectFields control={form.control} register={form.register} typed={() => form.getValues('objects')} />
        {simulate.error && <Alert severity="error">{sentenceOf(simulate.error)}</Alert>}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        {denied !== null && <Typography sx={{ flex: 1 }}>{denied}</Typography>}
        <AllowedButton
          disabledReason={denied}
          type="submit"
          variant="contained"
          color="primary"
          disabled={simulate.isPending}
        >
          Simulate
        </AllowedButton>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Box>
  );
}
