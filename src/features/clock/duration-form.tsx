import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Box, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Controller, useForm, useFormState, type Control } from 'react-hook-form';
import type { DurationModelView } from '#contract/durations.ts';
import { call } from '#src/shared/api/client.ts';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { readOnlyProps, useReadOnly } from '#src/shared/rights/read-only.ts';
import { FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { durationFieldsSchema, fieldAt, toFields, type DurationField, type DurationFields } from './duration-fields.ts';

/** How long scans take in the simulation. @param onSaved told in words what was saved, to be announced */
export function DurationForm({ onSaved }: { onSaved: (sentence: string) => void }) {
  const model = useQuery(queryOf('durationModel'));
  if (model.isPending) return <Skeleton variant="rounded" height={120} />;
  if (model.isError)
    return <FailedState what="The scan durations" error={model.error} onRetry={() => void model.refetch()} />;
  return <Fields model={model.data} onSaved={onSaved} />;
}

type FormControl = Control<DurationFields, unknown, DurationModelView>;

function Fields({ model, onSaved }: { model: DurationModelView; onSaved: (sentence: string) => void }) {
  const queries = useQueryClient();
  const readOnly = useReadOnly();
  const form = useForm<DurationFields, unknown, DurationModelView>({
    defaultValues: toFields(model),
    resolver: zodResolver(durationFieldsSchema),
    mode: 'onBlur',
  });
  const save = useMutation({
    mutationFn: (body: DurationModelView) => call('setDurationModel', { body }),
    onSuccess: (saved) => {
      queries.setQueryData(queryOf('durationModel').queryKey, saved);
      form.reset(toFields(saved));
      onSaved('Scan durations are saved. They hold for tasks created from now on.');
    },
    onError: (problem) => {
      for (const { path, message } of problem instanceof ApiProblem ? problem.errors : []) {
        const field = fieldAt(path);
        if (field) form.setError(field, { message });
      }
    },
  });
  const submit = form.handleSubmit((values) => {
    if (readOnly === null) save.mutate(values);
  });
  const { isDirty } = form.formState;
  return (
    <Box
      component="form"
      noValidate
      aria-label="Scan durations"
      onSubmit={(event) => void submit(event)}
      sx={{ borderTop: 1, borderColor: 'divider', pt: 3 }}
    >
      <Typography variant="h3">Scan durations</Typography>
      <Span what="Critical file areas" from="criticalFrom" to="criticalTo" control={form.control} />
      <Span what="System drives" from="drivesFrom" to="drivesTo" control={form.control} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          Holds for tasks created from now on.
        </Typography>
        <AllowedButton
          disabledReason={readOnly?.reason ?? null}
          type="submit"
          disabled={!isDirty || save.isPending}
          title={isDirty ? '' : 'Nothing differs'}
        >
          Save
        </AllowedButton>
      </Box>
      {save.isError && (
        <Alert severity="error" variant="outlined" sx={{ mt: 2 }}>
          Not saved. {sentenceOf(save.error)}
        </Alert>
      )}
    </Box>
  );
}

interface SpanProps {
  readonly what: string;
  readonly from: DurationField;
  readonly to: DurationField;
  readonly control: FormControl;
}

/** *Critical file areas take [6] to [24] minutes*, with what is wrong with either below the line. */
function Span({ what, from, to, control }: SpanProps) {
  const errorId = useId();
  const { errors } = useFormState({ control, name: [from, to] });
  const wrong = [errors[from]?.message, errors[to]?.message].filter((message) => message !== undefined);
  return (
    <Box role="group" aria-label={what} sx={{ mt: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography sx={{ flex: 1 }}>{what} take</Typography>
        <Minutes name={from} label={`${what}: shortest scan, in minutes`} errorId={errorId} control={control} />
        <span>to</span>
        <Minutes name={to} label={`${what}: longest scan, in minutes`} errorId={errorId} control={control} />
        <span>minutes</span>
      </Box>
      {/* Its room is kept: were it made on leaving a field, *Save* would move away under the pointer. */}
      <Typography id={errorId} role="alert" variant="body2" color="error" sx={{ textAlign: 'right', minHeight: 18 }}>
        {[...new Set(wrong)].join(' ')}
      </Typography>
    </Box>
  );
}

interface MinutesProps {
  readonly name: DurationField;
  readonly label: string;
  /** Where its error stands. */
  readonly errorId: string;
  readonly control: FormControl;
}

function Minutes({ name, label, errorId, control }: MinutesProps) {
  const readOnly = useReadOnly();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, ...field }, fieldState }) => (
        <TextField
          {...field}
          inputRef={ref}
          error={fieldState.invalid}
          sx={{ width: 64 }}
          slotProps={{
            htmlInput: {
              inputMode: 'numeric',
              autoComplete: 'off',
              'aria-label': label,
              readOnly: readOnly !== null,
              ...readOnlyProps(readOnly, fieldState.invalid ? errorId : undefined),
            },
          }}
        />
      )}
    />
  );
}
