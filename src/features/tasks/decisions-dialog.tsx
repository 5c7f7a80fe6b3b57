import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { RunDecisionView, RunDecisionsView } from '#contract/tasks.ts';
import type { RunId } from '#domain/ids.ts';
import { closedWindowParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { CopyButton } from '#src/shared/ui/controls/copy-button.tsx';
import { FailedState, LoadingRows } from '#src/shared/ui/feedback/page-states.tsx';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { causeWords, deciderLine, deciderWords, decisionLines, decisionsText, saverWords } from './decision-words.ts';
import { runDecisionsQuery } from './queries.ts';
import { RunStateLabel } from './run-state-label.tsx';

/** *What decided the start of this run?*: every decision in order, with the settings of that time. */
export function DecisionsDialog({ runId }: { runId: RunId }) {
  const answer = useQuery(runDecisionsQuery(runId));
  const setPlace = useSetSearchParams();
  const close = () => {
    setPlace({ decisionsOf: undefined });
  };
  const { data } = answer;
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={false}
      aria-labelledby="decisions-title"
      slotProps={{ paper: { sx: { width: 680, m: { xs: 2, sm: 8 }, maxWidth: 'calc(100% - 16px)' } } }}
    >
      <DialogTitle component="div" sx={{ px: 5 }}>
        <Typography variant="h2" id="decisions-title">
          What decided the start of this run?
        </Typography>
        {data && (
          <Typography component="div" color="textSecondary" sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
            {data.run.device.name} <RunStateLabel state={data.run.state} />
          </Typography>
        )}
      </DialogTitle>
      <DialogContent dividers sx={{ px: 5, py: 4 }}>
        {answer.isPending && <LoadingRows label="Loading what decided" rows={4} />}
        {!data && answer.isError && (
          <FailedState what="What decided" error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {data && (
          <Box component="ol" aria-label="Decisions" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 4 }}>
            {data.decisions.map((decision, i) => (
              <Decision key={i} decision={decision} answer={data} last={i === data.decisions.length - 1} />
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3, flexWrap: 'wrap' }}>
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          Instants of decisions in {viewerZone()}, starts in the device’s time.
        </Typography>
        {data && <CopyButton label="Copy as text" text={() => decisionsText(data, viewerZone())} />}
        <Button variant="contained" color="primary" onClick={close}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface DecisionProps {
  readonly decision: RunDecisionView;
  readonly answer: RunDecisionsView;
  /** Only the last decision is effective. */
  readonly last: boolean;
}

function Decision({ decision, answer, last }: DecisionProps) {
  const lines = decisionLines(decision, answer);
  return (
    <Box
      component="li"
      sx={{ borderLeft: 3, borderColor: last ? 'vesper.start' : 'divider', pl: 3, overflowWrap: 'anywhere' }}
    >
      <Typography color="textSecondary">{dayTimeIn(viewerZone(), decision.at)}</Typography>
      <Typography sx={{ fontWeight: 600, mb: 1 }}>
        {causeWords(decision)}
        {last && answer.decisions.length > 1 && ' (this one counts)'}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: { sm: '140px 1fr' }, gap: 1, '& dd': { m: 0 } }}
      >
        {lines.map(([name, value]) => (
          <Line key={name} name={name}>
            {value}
          </Line>
        ))}
        <Line name={decision.cause === 'by-hand' ? 'Scope decided by' : 'Decided by'}>
          <Decider decision={decision} />
        </Line>
      </Box>
    </Box>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      <dd>{children}</dd>
    </>
  );
}

/** The source of the settings: links to the policy and to its history. */
function Decider({ decision }: { decision: RunDecisionView }) {
  const setPlace = useSetSearchParams();
  const { policy } = decision;
  if (policy === null) return deciderWords(decision);
  const open = (section: 'threat-response' | 'revisions') => () => {
    setPlace({ ...closedWindowParams, policy: policy.id, section });
  };
  const revision = policy.revision === null ? null : `revision ${String(policy.revision)}`;
  if (!policy.exists) {
    return `${deciderLine(decision, viewerZone())}. The policy was deleted since`;
  }
  return (
    <>
      <TextButton onClick={open('threat-response')}>{policy.name}</TextButton>
      {revision !== null && (
        <>
          , <TextButton onClick={open('revisions')}>{revision}</TextButton>
        </>
      )}
      {policy.saved !== null && `, ${saverWords(policy.saved, viewerZone())}`}, {deciderWords(decision)}
    </>
  );
}
