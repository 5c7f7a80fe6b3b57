import type { ForecastRun, ForecastRunsRequest } from '#contract/forecast.ts';
import { scanScopeLabels } from '#domain/policy/settings.ts';
import { instantColumn, instantText, type CsvColumn, type CsvTable } from '#src/shared/csv/csv-table.ts';
import { describeDecision, fateLabels } from '../results/run-text.ts';
import { readRuns } from '../results/runs-request.ts';

/** The runs as a file, every one that is asked for. @param serverZone of the instants that are not in device time */
export const runsCsv = async (request: ForecastRunsRequest, serverZone: string): Promise<CsvTable<ForecastRun>> => ({
  columns: runsCsvColumns(serverZone),
  rows: await readRuns(request),
});

/** Each row says who decided it: under which revision, who saved that, and when. */
export const runsCsvColumns = (serverZone: string): readonly CsvColumn<ForecastRun>[] => [
  { heading: 'Device', text: ({ device }) => device.name },
  { heading: 'Group', text: ({ group }) => group.name },
  { heading: 'Time zone', text: ({ device }) => device.timeZone },
  { heading: 'What it does', text: ({ fate }) => fateLabels[fate] },
  inDeviceTime('Window opens', ({ window }) => window?.opensAt ?? null),
  inDeviceTime('Window closes', ({ window }) => window?.closesAt ?? null),
  inDeviceTime('Sample start', ({ start }) => start),
  instantColumn('Server time', serverZone, ({ start }) => start),
  { heading: 'Scope', text: ({ scope }) => scanScopeLabels[scope] },
  { heading: 'Scan start', text: ({ scanStart }) => scanStart },
  { heading: 'Decided by', text: describeDecision },
  { heading: 'Revision', text: revisionText },
  { heading: 'Saved by', text: ({ saved }) => saved?.modifiedBy ?? '' },
  instantColumn('Saved', serverZone, ({ saved }) => saved?.modifiedAt ?? null),
  instantColumn('Detected', serverZone, ({ detectedAt }) => detectedAt),
];

/** The number of the revision that decides; a default and what is set by hand for this forecast have none. */
function revisionText({ saved, decidedBy }: ForecastRun): string {
  if (saved) return String(saved.revision);
  return decidedBy === 'default' || decidedBy === 'hand-set' ? '' : 'draft, not saved';
}

const inDeviceTime = (title: string, instantOf: (run: ForecastRun) => string | null): CsvColumn<ForecastRun> => ({
  heading: `${title} (device time)`,
  text: (run) => instantText(run.device.timeZone, instantOf(run)),
});
