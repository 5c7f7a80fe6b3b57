import { zodResolver } from '@hookform/resolvers/zod';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { Controller, useFieldArray, useForm, useWatch, type Control } from 'react-hook-form';
import { detectionFieldsSchema, mostInstants, toDetectionFields, type DetectionFields } from './detection-fields.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { InputForm } from './input-form.tsx';
import type { Detections } from './inputs.ts';
import { NumberField } from './number-field.tsx';

const minuteMs = 60_000;

interface DetectionFormProps {
  readonly value: Detections;
  /** In which the fields are meant. */
  readonly zone: string;
  readonly onSet: (detections: Detections) => void;
  readonly onClose: () => void;
}

/** *Detection*: one instant or several, or a stream. */
export function DetectionForm({ value, zone, onSet, onClose }: DetectionFormProps) {
  const form = useForm<DetectionFields, unknown, Detections>({
    defaultValues: toDetectionFields(value, zone),
    resolver: zodResolver(detectionFieldsSchema(zone)),
    mode: 'onBlur',
  });
  const { control } = form;
  const nowMs = useSimulatedNow();
  const kind = useWatch({ control, name: 'kind' });
  const submit = form.handleSubmit((detections) => {
    onSet(detections);
    onClose();
  });
  return (
    <InputForm
      onSubmit={() => void submit()}
      onClose={onClose}
      extra={
        <Button
          onClick={() => {
            onSet({ kind: 'at', instants: [Math.floor(nowMs / minuteMs) * minuteMs] });
            onClose();
          }}
        >
          Now
        </Button>
      }
    >
      <Controller
        control={control}
        name="kind"
        render={({ field }) => (
          <TextField {...field} select label="Threats are detected">
            <MenuItem value="at">At an instant, or at several</MenuItem>
            <MenuItem value="stream">In a stream, at a rate</MenuItem>
          </TextField>
        )}
      />
      <Typography variant="body2" color="textSecondary">
        Times in {zone}. Every detection creates one task with one run per device.
      </Typography>
      {kind === 'at' ? (
        <Instants control={control} />
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: '2fr 1fr 1fr', gap: 2 }}>
          <When control={control} name="from" label="From" />
          <NumberField control={control} name="days" label="Days" />
          <NumberField control={control} name="perDay" label="A day" />
        </Box>
      )}
    </InputForm>
  );
}

type FormControl = Control<DetectionFields, unknown, Detections>;

function Instants({ control }: { control: FormControl }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'instants' });
  const written = useWatch({ control, name: 'instants' });
  return (
    <>
      <Box sx={{ display: 'grid', gap: 3, maxHeight: 260, overflow: 'auto', pt: 1.5 }}>
        {fields.map(({ id }, place) => (
          <Box key={id} sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
            <When control={control} name={`instants.${place}.at`} label={`Detection ${String(place + 1)}`} />
            {fields.length > 1 && (
              <Button
                aria-label={`Remove detection ${String(place + 1)}`}
                onClick={() => {
                  remove(place);
                }}
              >
                Remove
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {fields.length < mostInstants && (
        <Box>
          <Button
            onClick={() => {
              append({ at: written.at(-1)?.at ?? '' });
            }}
          >
            Add an instant
          </Button>
        </Box>
      )}
    </>
  );
}

interface WhenProps {
  readonly control: FormControl;
  readonly name: 'from' | `instants.${number}.at`;
  readonly label: string;
}

const When = ({ control, name, label }: WhenProps) => (
  <Controller
    control={control}
    name={name}
    render={({ field: { ref, ...field }, fieldState }) => (
      <TextField
        {...field}
        inputRef={ref}
        type="datetime-local"
        label={label}
        error={fieldState.invalid}
        helperText={fieldState.error?.message}
        sx={{ flex: 1 }}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    )}
  />
);
