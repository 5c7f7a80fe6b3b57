import { zodResolver } from '@hookform/resolvers/zod';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { DurationModelView } from '#contract/durations.ts';
import { durationFieldsSchema, toFields, type DurationFields } from '#src/features/clock/duration-fields.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { InputForm } from './input-form.tsx';
import { NumberField } from './number-field.tsx';

interface DurationsFormProps {
  /** Null while the server's own model holds. */
  readonly value: DurationModelView | null;
  readonly onSet: (durations: DurationModelView | null) => void;
  readonly onClose: () => void;
}

/** *Scans take*: the server's own model, or another one for this question only. */
export function DurationsForm(props: DurationsFormProps) {
  const model = useQuery(queryOf('durationModel'));
  if (model.isError)
    return <FailedState what="The scan durations" error={model.error} onRetry={() => void model.refetch()} />;
  if (model.isPending) return <Skeleton variant="rounded" height={160} />;
  return <Fields {...props} server={model.data} />;
}

function Fields({ value, server, onSet, onClose }: DurationsFormProps & { server: DurationModelView }) {
  const form = useForm<DurationFields, unknown, DurationModelView>({
    defaultValues: toFields(value ?? server),
    resolver: zodResolver(durationFieldsSchema),
    mode: 'onBlur',
  });
  const { control } = form;
  const submit = form.handleSubmit((durations) => {
    onSet(durations);
    onClose();
  });
  return (
    <InputForm
      onSubmit={() => void submit()}
      onClose={onClose}
      extra={
        value && (
          <Button
            onClick={() => {
              onSet(null);
              onClose();
            }}
          >
            Use the server’s
          </Button>
        )
      }
    >
      <Typography variant="body2" color="textSecondary">
        Minutes from the shortest to the longest scan. Stated, not measured; for this question only.
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 1 }}>
        <NumberField control={control} name="criticalFrom" label="Critical areas, from" />
        <NumberField control={control} name="criticalTo" label="Critical areas, to" />
        <NumberField control={control} name="drivesFrom" label="System drives, from" />
        <NumberField control={control} name="drivesTo" label="System drives, to" />
      </Box>
    </InputForm>
  );
}
