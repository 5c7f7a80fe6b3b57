import { Alert } from '@mui/material';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { EmptyState, FailedState, LoadingRows } from '#src/shared/ui/feedback/page-states.tsx';
import { Sample, SampleSection } from './sample.tsx';

const doNothing = () => undefined;
const connectionLost = new ApiProblem({ kind: 'connection', status: 0, detail: 'The connection was lost. Try again.' });

export function FeedbackSamples() {
  return (
    <SampleSection title="Feedback">
      <Sample title="Alert: info, success, warning, error">
        <Alert severity="info">Information</Alert>
        <Alert severity="success">Success</Alert>
        <Alert severity="warning">Warning</Alert>
        <Alert severity="error">Error</Alert>
      </Sample>
      <Sample title="Loading">
        <div style={{ flex: 1 }}>
          <LoadingRows rows={3} label="Loading samples" />
        </div>
      </Sample>
      <Sample title="Failed, with Retry">
        <FailedState what="Samples" error={connectionLost} onRetry={doNothing} />
      </Sample>
      <Sample title="Empty">
        <EmptyState title="No samples">What would be here, and what to do next.</EmptyState>
      </Sample>
    </SampleSection>
  );
}
