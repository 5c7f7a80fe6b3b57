import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Box, Button, DialogActions, DialogContent, TextField, Typography } from '@mui/material';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { detectionStreamBody } from '#contract/detection-import.ts';
import { call } from '#src/shared/api/client.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useRouteGroup } from '#src/shared/navigation/route-location.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { streamWords } from './stream-words.ts';

const typed = z.string().trim().regex(/^\d+$/, 'Enter a whole number.').transform(Number);
const { count, hours, seed } = detectionStreamBody.shape;
const streamFormSchema = z.object({ count: typed.pipe(count), hours: typed.pipe(hours), seed: typed.pipe(seed) });

type StreamFields = z.input<typeof streamFormSchema>;

const fields = [
  ['count', 'Detections'],
  ['hours', 'Over the next hours'],
  ['seed', 'Seed'],
] as const;

const randomSeed = () => String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);

/** *A random stream*: many random detections on devices of the group, with a preview. */
export function StreamForm({ onClose }: { onClose: () => void }) {
  const groupId = useRouteGroup();
  const params = { groupId };
  const queries = useQueryClient();
  const denied = useDenialReason('simulate');
  const group = useQuery(queryOf('group', { params }));
  const form = useForm<StreamFields, unknown, z.output<typeof streamFormSchema>>({
    defaultValues: { count: '20', hours: '12', seed: randomSeed() },
    resolver: zodResolver(streamFormSchema),
    mode: 'onTouched',
  });
  const values = streamFormSchema.safeParse(useWatch({ control: form.control }));
  const preview = useQuery({
    ...queryOf('previewDetectionStream', { params, ...(values.success ? { body: values.data } : {}) }),
    enabled: values.success,
    placeholderData: keepPreviousData,
  });
  const create = useMutation({
    mutationFn: (body: z.output<typeof streamFormSchema>) => call('createDetectionStream', { params, body }),
    onSettled: () => refreshAffected(queries, 'createDetectionStream'),
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) => {
    if (denied === null) create.mutate(body);
  });
  const error = create.error ?? (values.success ? preview.error : null);
  return (
    <Box component="form" noValidate sx={{ display: 'contents' }} onSubmit={(event) => void submit(event)}>
      <DialogContent dividers sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4, px: 5 }}>
        <Typography color="textSecondary">
          Detections at random instants on random devices of {group.data?.name ?? 'the group'} and its subgroups, for a
          demonstration. The same seed draws the same ones. They are expected until simulated time reaches them.
        </Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr 1fr' }, gap: 3 }}>
          {fields.map(([name, label]) => (
            <TextField
              key={name}
              label={label}
              error={errors[name] !== undefined}
              helperText={errors[name]?.message}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
              {...form.register(name)}
            />
          ))}
        </Box>
        <Box>
          <Button
            onClick={() => {
              form.setValue('seed', randomSeed());
            }}
          >
            Another seed
          </Button>
        </Box>
        {create.isSuccess ? (
          <Alert severity="success" role="status">
            {formatCount(create.data.detections, ['detection is', 'detections are'])} expected. They stand in the list
            of detections.
          </Alert>
        ) : (
          values.success &&
          preview.data && (
            <Alert severity="info" variant="outlined" role="status">
              {streamWords(preview.data, viewerZone())}
            </Alert>
          )
        )}
        {error && (
          <Alert severity="error" variant="outlined">
            Nothing was added. {sentenceOf(error)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        {denied !== null && <Typography sx={{ flex: 1 }}>{denied}</Typography>}
        {!create.isSuccess && (
          <AllowedButton
            disabledReason={denied}
            type="submit"
            variant="contained"
            color="primary"
            loading={create.isPending}
          >
            {values.success
              ? `Expect ${formatCount(values.data.count, ['detection', 'detections'])}`
              : 'Expect detections'}
          </AllowedButton>
        )}
        <Button onClick={onClose}>{create.isSuccess ? 'Close' : 'Cancel'}</Button>
      </DialogActions>
    </Box>
  );
}
