import { zodResolver } from '@hookform/resolvers/zod';
import {
  Alert,
  Autocomplete,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { DeviceRow } from '#contract/devices.ts';
import { detectedObjectSchema, type DetectionView } from '#contract/tasks.ts';
import type { DeviceId } from '#domain/ids.ts';
import { missingSentences } from '#domain/response/detection.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { noWindow, usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { readPastedObjects } from './pasted-objects.ts';

const formSchema = z.object({ objects: z.array(detectedObjectSchema).min(1, 'Enter at least one object.') });
type Form = z.input<typeof formSchema>;

const blank = { fileName: '', path: '', md5: '' };

/** *Simulate a detection*: a device and one or more objects, now in simulated time. */
export function DetectionDialog() {
  const setPlace = useSetPlace();
  const queries = useQueryClient();
  const simulate = useMutation({
    mutationFn: (detection: { deviceId: DeviceId; objects: Form['objects'] }) =>
      call('simulateDetection', { body: detection }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const close = () => {
    setPlace(noWindow);
  };
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={false}
      aria-labelledby="detection-title"
      slotProps={{ paper: { sx: { width: 760 } } }}
    >
      <DialogTitle variant="h2" id="detection-title">
        Simulate a detection
      </DialogTitle>
      {simulate.data ? (
        <Outcome
          detection={simulate.data}
          onClose={close}
          onTask={(task) => {
            setPlace({ ...noWindow, task });
          }}
        />
      ) : (
        <DetectionForm error={simulate.error} pending={simulate.isPending} onSubmit={simulate.mutate} onClose={close} />
      )}
    </Dialog>
  );
}

interface DetectionFormProps {
  readonly error: Error | null;
  readonly pending: boolean;
  readonly onSubmit: (detection: { deviceId: DeviceId; objects: Form['objects'] }) => void;
  readonly onClose: () => void;
}

function DetectionForm({ error, pending, onSubmit, onClose }: DetectionFormProps) {
  const [device, setDevice] = useState<DeviceRow | null>(null);
  const [deviceMissing, setDeviceMissing] = useState(false);
  const form = useForm<Form, unknown, z.output<typeof formSchema>>({
    defaultValues: { objects: [blank] },
    resolver: zodResolver(formSchema),
  });
  const objects = useFieldArray({ control: form.control, name: 'objects' });
  const errors = form.formState.errors.objects;
  const submit = form.handleSubmit((values) => {
    if (device) onSubmit({ deviceId: device.id, objects: values.objects });
  });
  return (
    <Box
      component="form"
      noValidate
      sx={{ display: 'contents' }}
      onSubmit={(event) => {
        setDeviceMissing(device === null);
        void submit(event);
      }}
    >
      <DialogContent dividers sx={{ display: 'grid', gap: 4 }}>
        <Typography color="textSecondary">
          Kaspersky Sandbox finds a threat on a device, now in simulated time. What the policies say then happens.
        </Typography>
        <DeviceChoice device={device} missing={deviceMissing && device === null} onChange={setDevice} />
        {objects.fields.map((field, i) => (
          <Box
            key={field.id}
            role="group"
            aria-label={`Object ${String(i + 1)}`}
            sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}
          >
            <TextField
              label="File name"
              error={!!errors?.[i]?.fileName}
              helperText={errors?.[i]?.fileName?.message}
              {...form.register(`objects.${i}.fileName`)}
            />
            <TextField
              label="Path"
              error={!!errors?.[i]?.path}
              helperText={errors?.[i]?.path?.message}
              {...form.register(`objects.${i}.path`)}
            />
            <TextField
              label="MD5"
              error={!!errors?.[i]?.md5}
              helperText={errors?.[i]?.md5?.message}
              {...form.register(`objects.${i}.md5`)}
            />
            {objects.fields.length > 1 && (
              <Button
                sx={{ justifySelf: 'start' }}
                onClick={() => {
                  objects.remove(i);
                }}
              >
                Remove object
              </Button>
            )}
          </Box>
        ))}
        <Box>
          <Button
            onClick={() => {
              objects.append(blank);
            }}
          >
            Add object
          </Button>
        </Box>
        <PasteObjects
          onObjects={(pasted) => {
            const typed = form.getValues('objects').filter((object) => object.fileName !== '' || object.md5 !== '');
            objects.replace([...typed, ...pasted]);
          }}
        />
        {error && <Alert severity="error">{sentenceOf(error)}</Alert>}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        <Button type="submit" variant="contained" color="primary" disabled={pending}>
          Simulate
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Box>
  );
}

function PasteObjects({ onObjects }: { onObjects: (objects: Form['objects']) => void }) {
  const [errors, setErrors] = useState<readonly string[]>([]);
  return (
    <TextField
      label="Paste objects"
      multiline
      minRows={2}
      placeholder="One line each: file name and MD5, or MD5 alone"
      value=""
      error={errors.length > 0}
      helperText={errors.length > 0 ? errors.join(' ') : 'Lines that can be read are added above.'}
      slotProps={{
        htmlInput: {
          onPaste: (event: React.ClipboardEvent) => {
            event.preventDefault();
            const pasted = readPastedObjects(event.clipboardData.getData('text'));
            setErrors(pasted.errors);
            if (pasted.objects.length > 0) onObjects([...pasted.objects]);
          },
        },
      }}
    />
  );
}

function DeviceChoice({
  device,
  missing,
  onChange,
}: {
  device: DeviceRow | null;
  missing: boolean;
  onChange: (device: DeviceRow | null) => void;
}) {
  const { groupId } = usePlace();
  const [text, setText] = useState('');
  const found = useQuery({
    ...queryOf('groupDevices', { params: { groupId }, query: { search: text, pageSize: 20 } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete
      options={found.data?.rows ?? []}
      value={device}
      loading={found.isPending}
      filterOptions={(options) => options}
      getOptionLabel={(option) => option.name}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onChange={(_, chosen) => {
        onChange(chosen);
      }}
      onInputChange={(_, typed, reason) => {
        if (reason === 'input') setText(typed);
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          label="Device"
          error={missing}
          helperText={missing ? 'Choose the device on which the threat is found.' : undefined}
        />
      )}
    />
  );
}

function Outcome({
  detection,
  onClose,
  onTask,
}: {
  detection: DetectionView;
  onClose: () => void;
  onTask: (task: NonNullable<DetectionView['taskId']>) => void;
}) {
  const { taskId } = detection;
  return (
    <>
      <DialogContent dividers>
        {taskId ? (
          <Alert severity="success">
            The detection on {detection.device.name} created an autonomous IOC Scan task for the devices of the policy’s
            group.
          </Alert>
        ) : (
          <Alert severity="warning">
            The detection on {detection.device.name} created no task. {localSentence(detection)} What was missing:
            <ul>
              {detection.missing.map(({ condition }) => (
                <li key={condition}>{missingSentences[condition]}</li>
              ))}
            </ul>
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        {taskId && (
          <Button
            variant="contained"
            color="primary"
            onClick={() => {
              onTask(taskId);
            }}
          >
            Open the task
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  );
}

/** What happened on the device itself, in one sentence. */
const localSentence = ({ localActions }: DetectionView): string =>
  localActions.length === 0 ? 'No action was taken on the device.' : `On the device: ${localActions.join(', ')}.`;
