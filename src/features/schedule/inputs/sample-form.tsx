import { zodResolver } from '@hookform/resolvers/zod';
import { Box, Typography } from '@mui/material';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { forecastBody } from '#contract/forecast.ts';
import { numberOf } from './detection-fields.ts';
import { InputForm } from './input-form.tsx';
import { NumberField } from './number-field.tsx';

/** Null: the server's own seed, and the next task's number. */
export interface Sample {
  readonly seed: number | null;
  readonly firstTask: number | null;
}

const range = (low: number, high: number) =>
  `Enter a whole number from ${String(low)} to ${high.toLocaleString('en')}.`;

/** An empty field leaves it open; what is typed must be one that the contract takes. */
const fieldsSchema = z.object({ seed: z.string(), firstTask: z.string() }).transform((typed, context): Sample => {
  const read = (name: keyof Sample, message: string) => {
    if (typed[name].trim() === '') return null;
    const judged = forecastBody.shape[name].safeParse(numberOf(typed[name]));
    if (!judged.success) context.addIssue({ code: 'custom', message, path: [name] });
    return judged.data ?? null;
  };
  return { seed: read('seed', range(0, 0xffff_ffff)), firstTask: read('firstTask', range(1, 1_000_000_000)) };
});

interface SampleFormProps {
  readonly value: Sample;
  /** The sample that the answer in sight is of. */
  readonly shown: { readonly seed: number; readonly firstTask: number } | null;
  readonly onSet: (sample: Sample) => void;
  readonly onClose: () => void;
}

/** *Sample*: the seed of chance and the number of the first task; left open, those with which the same will then happen. */
export function SampleForm({ value, shown, onSet, onClose }: SampleFormProps) {
  const form = useForm<Record<keyof Sample, string>, unknown, Sample>({
    defaultValues: { seed: String(value.seed ?? ''), firstTask: String(value.firstTask ?? '') },
    resolver: zodResolver(fieldsSchema),
    mode: 'onBlur',
  });
  const submit = form.handleSubmit((sample) => {
    onSet(sample);
    onClose();
  });
  return (
    <InputForm onSubmit={() => void submit()} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">
        Starts within a window are drawn by chance. One seed and one task give one sample, the same for everybody
        {shown && `; this one is seed ${String(shown.seed)}, task ${String(shown.firstTask)}`}. Left empty, they are the
        server’s own: what is shown is then what will happen.
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 1 }}>
        <NumberField control={form.control} name="seed" label="Seed" />
        <NumberField control={form.control} name="firstTask" label="First task" />
      </Box>
    </InputForm>
  );
}
