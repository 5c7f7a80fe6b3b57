import { Alert, Box, Button, Chip, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { EmptyState, FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { useWidth } from '#src/shared/ui/chart/use-width.ts';
import { JobProgress } from '#src/shared/ui/feedback/job-progress.tsx';
import { AxisChoice } from './inputs/axis-choice.tsx';
import { forecastSummary } from './results/forecast-summary.ts';
import { parseAxis } from './inputs/axis.ts';
import { maxBars } from './chart/bins.ts';
import { CopyLink } from './inputs/copy-link.tsx';
import { inputErrors } from './inputs/input-errors.ts';
import { InputsBar } from './inputs/inputs-bar.tsx';
import { LoadingResults } from './results/loading-results.tsx';
import { ForecastResults } from './results/forecast-results.tsx';
import { ScheduleExport } from './export/schedule-export.tsx';
import { useScheduleSearch, type ScheduleSearch } from './inputs/use-schedule-search.ts';
import { useForecast } from './use-forecast.ts';
import type { ForecastRequest } from '#contract/forecast.ts';

/** *Schedule*: when would scans start here, and how many at once, before anything is saved and before any detection. */
export function ScheduleTab() {
  const address = useScheduleSearch();
  const world = useQuery({ ...queryOf('world'), staleTime: Infinity });
  if (address.question === null || !world.data) {
    if (world.isError)
      return <FailedState what="The schedule" error={world.error} onRetry={() => void world.refetch()} />;
    return <LoadingResults />;
  }
  return <Schedule address={address} question={address.question} serverZone={world.data.serverTimeZone} />;
}

interface ScheduleProps {
  readonly address: ScheduleSearch;
  readonly question: ForecastRequest;
  readonly serverZone: string;
}

function Schedule({ address, question, serverZone }: ScheduleProps) {
  const { search, inputs } = address;
  const axis = parseAxis(search.axis, { viewer: viewerZone(), server: serverZone });
  const { ref, width } = useWidth<HTMLDivElement>();
  // As many bins as bars have room for: asked once the room is known.
  const forecast = useForecast(width === 0 ? null : { ...question, most: maxBars(width), axis: axis.zone });
  const { shown, fits, error, job } = forecast;
  const answer = shown?.answer ?? null;
  // A new answer is drawn beside what people do, in pieces; the part of time in sight, which the next key builds on, is not late.
  const drawn = useDeferredValue(shown);
  const stopped = width > 0 && !fits && error === null && job === null;
  return (
    <Box ref={ref} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 }}>
      <InputsBar address={address} answer={answer} errors={inputErrors(error)} zone={axis.zone} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 3, alignItems: 'center' }}>
        <Typography color="textSecondary" sx={{ flex: '1 1 300px' }}>
          {answer ? forecastSummary(answer, axis.zone) : 'Asking starts nothing and saves nothing.'}
        </Typography>
        <AxisChoice
          axis={axis}
          viewerZone={viewerZone()}
          serverZone={serverZone}
          zones={answer?.zones ?? []}
          atMs={answer === null ? 0 : Date.parse(answer.asOf)}
          onChange={(next) => {
            address.show({}, { axis: next });
          }}
        />
        <CopyLink address={address} shown={shown} />
        {shown && <ScheduleExport address={address} shown={shown} axis={axis} />}
      </Box>
      {inputs.on !== null && (
        <Box>
          <Chip
            label={`Only the device ${inputs.on} ✕`}
            aria-label={`Remove the filter: only the device ${inputs.on}`}
            title="Ask about the whole group"
            onClick={() => {
              address.ask({ on: null });
            }}
            sx={{
              borderRadius: 1,
              bgcolor: 'vesper.chosen',
              color: 'primary.main',
              fontSize: 'inherit',
              fontWeight: 550,
            }}
          />
        </Box>
      )}
      {inputs.compared.kind === 'unreadable' && (
        <Alert severity="warning" icon={false}>
          The draft in this address is cut or damaged and cannot be read. What is shown is in force now. Copy the whole
          link again, or open the policy and choose Preview in Schedule.
        </Alert>
      )}
      {job !== null && <JobProgress job={job} what="Working out when scans would start" onCancel={forecast.cancel} />}
      {error && (
        <Alert severity="error" variant="outlined" action={<Button onClick={forecast.ask}>Retry</Button>}>
          {sentenceOf(error)} {answer && 'What is shown below answers the question before.'}
        </Alert>
      )}
      {stopped && (
        <Alert severity="warning" icon={false} action={<Button onClick={forecast.ask}>Ask again</Button>}>
          Cancelled. {answer ? 'What is shown below answers the question before, not these inputs.' : ''}
        </Alert>
      )}
      {!answer && !error && !stopped && <LoadingResults />}
      {answer?.devices === 0 && answer.draft === null && (
        <EmptyState title="No devices here">Select a group with devices, or move some here.</EmptyState>
      )}
      {shown && (shown.answer.devices > 0 || shown.answer.draft !== null) && (
        <Box
          aria-busy={job !== null || drawn !== shown}
          sx={{ opacity: fits ? 1 : 0.55, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 5 }}
        >
          <ForecastResults address={address} shown={drawn ?? shown} axis={axis} serverZone={serverZone} />
        </Box>
      )}
    </Box>
  );
}
