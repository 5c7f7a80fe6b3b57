import { Alert, Button, Stack } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import type { DetectionView } from '#contract/tasks.ts';
import { failedWords, retriedWords } from './failed-words.ts';

type Which = 'all' | DetectionView['id'][];

/** Retries failed detections, then refetches all queries: new tasks may exist. */
function useRetry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: Which) => call('retryDetections', { body: { detections: which } }),
    onSettled: () => refreshAffected(queries, 'retryDetections'),
  });
}

interface FailedDetectionsProps {
  readonly failed: number;
  /** Null if the list shows only failed detections already. */
  readonly onShow: (() => void) | null;
}

/** The number of failed detections with *Retry all*, above the list. */
export function FailedDetections({ failed, onShow }: FailedDetectionsProps) {
  const retry = useRetry();
  const denied = useDenialReason('simulate');
  if (failed === 0 && !retry.isSuccess) return null;
  return (
    <Alert
      severity={failed === 0 ? 'success' : 'warning'}
      role="status"
      sx={{ mb: 3 }}
      action={
        failed > 0 && (
          <Stack direction="row" sx={{ gap: 2 }}>
            {onShow && <Button onClick={onShow}>Show</Button>}
            <AllowedButton
              disabledReason={denied}
              disabled={retry.isPending}
              onClick={() => {
                retry.mutate('all');
              }}
            >
              Retry all
            </AllowedButton>
          </Stack>
        )
      }
    >
      {[
        ...(failed === 0 ? [] : [failedWords(failed)]),
        ...(retry.data ? [retriedWords(retry.data)] : []),
        ...(retry.isError ? [sentenceOf(retry.error)] : []),
      ].join(' ')}
    </Alert>
  );
}

/** Why a detection failed, with *Retry*. */
export function FailedReason({ detection }: { detection: DetectionView }) {
  const retry = useRetry();
  const denied = useDenialReason('simulate');
  return (
    <>
      {retry.isError ? sentenceOf(retry.error) : detection.failure}{' '}
      <AllowedButton
        disabledReason={denied}
        size="small"
        disabled={retry.isPending}
        aria-label={`Retry the detection on ${detection.device.name}`}
        onClick={() => {
          retry.mutate([detection.id]);
        }}
      >
        Retry
      </AllowedButton>
    </>
  );
}
