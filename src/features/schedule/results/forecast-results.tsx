import type { Axis } from '../inputs/axis.ts';
import { Breakdown } from './breakdown.tsx';
import { ChartPanel } from '../chart/chart-panel.tsx';
import { FigureRow } from './figure-row.tsx';
import { figures } from './figures.ts';
import { MissingNotice } from './missing-conditions.tsx';
import { pictureId } from '../chart/chart-id.ts';
import { pinnedQuestion } from '../inputs/reproducible-inputs.ts';
import { noRunsFilter, type RunsFilter } from './runs-filter.ts';
import { RunsTable } from './runs-table.tsx';
import { shortSpan } from '../inputs/short-instant.ts';
import type { ScheduleAddress } from '../inputs/use-schedule-search.ts';
import type { Answered } from '../use-forecast.ts';

interface ScheduleAnswerProps {
  readonly address: ScheduleAddress;
  readonly shown: Answered;
  readonly axis: Axis;
  readonly serverZone: string;
}

/** The answer: in figures, as a picture, part by part, device by device. */
export function ScheduleAnswer({ address, shown, axis, serverZone }: ScheduleAnswerProps) {
  const { search, inputs, show, groupId } = address;
  const { answer } = shown;
  const { zone } = axis;
  const side = answer.draft ?? answer.now;
  const tableSide = search.side === 'now' ? answer.now : side;
  const lead = (filter: RunsFilter) => {
    show({}, { ...noRunsFilter, q: undefined, side: undefined, ...filter });
    document.getElementById('schedule-runs')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <MissingNotice missing={answer.missing} groupId={groupId} on={inputs.on} />
      <FigureRow
        answer={answer}
        zone={zone}
        chosen={chosenFigure(search, side)}
        onChoose={(figure) => {
          const filter = figure.leadsTo(side);
          if (filter) lead(filter);
          else show({ view: figure.during?.(side) ?? null });
        }}
      />
      <ChartPanel
        id={pictureId}
        answer={answer}
        axis={axis}
        view={shown.question.view ? inputs.view : null}
        asked={inputs.view}
        asTable={search.show === 'table'}
        onView={(view) => {
          show({ view });
        }}
        onTable={(asTable) => {
          show({}, { show: asTable ? 'table' : undefined });
        }}
        onStarts={(span) => {
          lead({ starts: shortSpan(span) });
        }}
      />
      <Breakdown side={side} now={answer.draft && answer.now} zone={zone} asOf={answer.asOf} onChoose={lead} />
      <RunsTable
        question={pinnedQuestion(shown)}
        side={tableSide}
        drafted={answer.draft !== null}
        zone={zone}
        serverZone={serverZone}
        asOf={answer.asOf}
      />
    </>
  );
}

/** The figure whose runs the table shows; null where it is narrowed otherwise. */
function chosenFigure(search: ScheduleAddress['search'], side: Answered['answer']['now']): string | null {
  if (filterKeys.every((key) => search[key] === undefined)) return null;
  const same = figures.find((figure) => {
    const filter = figure.leadsTo(side);
    return filter !== null && filterKeys.every((key) => filter[key] === search[key]);
  });
  return same?.id ?? null;
}

const filterKeys = ['fate', 'zone', 'sub', 'by', 'starts'] as const;
