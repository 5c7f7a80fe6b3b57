import type { Axis } from '../inputs/axis.ts';
import { Breakdown } from './breakdown.tsx';
import { ChartPanel } from '../chart/chart-panel.tsx';
import { FigureRow } from './figure-row.tsx';
import { figures } from './figures.ts';
import { MissingConditions } from './missing-conditions.tsx';
import { chartElementId } from '../chart/chart-id.ts';
import { reproducibleQuestion } from '../inputs/reproducible-inputs.ts';
import { noRunsFilter, type RunsFilter } from './runs-filter.ts';
import { RunsTable } from './runs-table.tsx';
import { formatShortSpan } from '../inputs/short-instant.ts';
import type { ScheduleSearch } from '../inputs/use-schedule-search.ts';
import type { Answered } from '../use-forecast.ts';

interface ForecastResultsProps {
  readonly address: ScheduleSearch;
  readonly shown: Answered;
  readonly axis: Axis;
  readonly serverZone: string;
}

/** The answer: in figures, as a picture, part by part, device by device. */
export function ForecastResults({ address, shown, axis, serverZone }: ForecastResultsProps) {
  const { search, inputs, show, groupId } = address;
  const { answer } = shown;
  const { zone } = axis;
  const variant = answer.draft ?? answer.now;
  const tableVariant = search.side === 'now' ? answer.now : variant;
  const showRuns = (filter: RunsFilter) => {
    show({}, { ...noRunsFilter, q: undefined, side: undefined, ...filter });
    document.getElementById('schedule-runs')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <MissingConditions missing={answer.missing} groupId={groupId} on={inputs.on} />
      <FigureRow
        answer={answer}
        zone={zone}
        chosen={chosenFigure(search, variant)}
        onChoose={(figure) => {
          const filter = figure.runsFilter(variant);
          if (filter) showRuns(filter);
          else show({ view: figure.during?.(variant) ?? null });
        }}
      />
      <ChartPanel
        id={chartElementId}
        answer={answer}
        axis={axis}
        view={shown.question.view ? inputs.view : null}
        requestedView={inputs.view}
        asTable={search.show === 'table'}
        onView={(view) => {
          show({ view });
        }}
        onTable={(asTable) => {
          show({}, { show: asTable ? 'table' : undefined });
        }}
        onStarts={(span) => {
          showRuns({ starts: formatShortSpan(span) });
        }}
      />
      <Breakdown side={variant} now={answer.draft && answer.now} zone={zone} asOf={answer.asOf} onChoose={showRuns} />
      <RunsTable
        question={reproducibleQuestion(shown)}
        side={tableVariant}
        drafted={answer.draft !== null}
        zone={zone}
        serverZone={serverZone}
        asOf={answer.asOf}
      />
    </>
  );
}

/** The figure whose runs the table shows; null where it is narrowed otherwise. */
function chosenFigure(search: ScheduleSearch['search'], variant: Answered['answer']['now']): string | null {
  if (filterKeys.every((key) => search[key] === undefined)) return null;
  const same = figures.find((figure) => {
    const filter = figure.runsFilter(variant);
    return filter !== null && filterKeys.every((key) => filter[key] === search[key]);
  });
  return same?.id ?? null;
}

const filterKeys = ['fate', 'zone', 'sub', 'by', 'starts'] as const;
