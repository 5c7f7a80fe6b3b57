import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runIdOf } from '#domain/ids.ts';
import { canStartByHand, defaultDurationModel, durationMs, startOf, stateAt, type Run } from '#domain/response/run.ts';
import { runStates } from '#domain/response/run-state.ts';
import { uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { compareText, emptyLast, matches } from '../queries/page.ts';
import { matchingIndexes, sortIndexes } from '../queries/run-places.ts';
import {
  aStory,
  createdAtMs,
  happensIn,
  happensTo,
  holdings,
  seed,
  type Story,
} from '#mocks/testing/random-run-sets.ts';
import { lastStartOf, runSummaryAt } from './run-counts.ts';
import { runStatesAt } from './run-states.ts';
import { runAt } from './task-runs.ts';
import { type TaskRunSet } from '../ports/run-records.ts';

const runsOf = (runSet: TaskRunSet): Run[] => runSet.roster.devices.map((_, index) => runAt(runSet, index));

/** Tells a story to a block and to its runs one by one. @returns both, after each thing that happened */
function told({ runSet, happenings }: Story): { runSet: TaskRunSet; runs: Run[]; atMs: number }[] {
  let now = { runSet, runs: runsOf(runSet), atMs: createdAtMs };
  return [
    now,
    ...happenings.map((happening) => {
      const atMs = now.atMs + happening.afterMs;
      const runs = now.runs.map((run, index) =>
        index % happening.every === 0 ? happensTo(run, happening, atMs) : run,
      );
      now = { runSet: happensIn(now.runSet, happening, atMs), runs, atMs };
      return now;
    }),
  ];
}

const options = { seed: 2026, numRuns: 120 };

test('the runs of a new task are planned as each one alone', () => {
  fc.assert(
    fc.property(aStory, ({ devices, kinds, runSet }) => {
      const { id } = runSet.runs;
      const single = devices.map((device, index): Run => {
        const { scanning, source } = holdings[kinds[index] ?? 0] ?? { scanning: undefined, source: undefined };
        if (!scanning) throw new Error('Nothing holds');
        const moment = uniformMoment(seed, id, device.id);
        return {
          id: runIdOf(id, device.id),
          taskId: id,
          deviceId: device.id,
          zone: device.timeZone,
          scanning,
          source,
          deviceOnline: device.status !== 'offline',
          plan: planStart(scanning.start, { createdAtMs, zone: device.timeZone, moment }),
          plannedAtMs: createdAtMs,
          startedByHand: null,
          moment,
          durationMs: durationMs(
            defaultDurationModel,
            scanning.scope,
            uniformMoment(seed, `${id}/duration`, device.id),
          ),
          iocFound: index % 7 === 3,
          decisions: [
            {
              atMs: createdAtMs,
              because: 'created',
              scanning,
              source,
              zone: device.timeZone,
              deviceOnline: device.status !== 'offline',
              plannedAtMs: createdAtMs,
            },
          ],
        };
      });
      expect(runsOf(runSet)).toEqual(single);
    }),
    options,
  );
});

test('after any changes, each run is what it would have become alone', () => {
  fc.assert(
    fc.property(aStory, (story) => {
      const before = structuredClone(story.runSet);
      for (const { runSet, runs } of told(story)) expect(runsOf(runSet)).toEqual(runs);
      expect(story.runSet).toEqual(before);
    }),
    options,
  );
});

test('a change without effect returns the same record', () => {
  fc.assert(
    fc.property(aStory, (story) => {
      const stages = told(story);
      stages.slice(1).forEach(({ runSet, runs }, i) => {
        const earlier = stages[i];
        if (runs.every((run, index) => run === earlier?.runs[index])) expect(runSet.runs).toBe(earlier?.runSet.runs);
      });
    }),
    options,
  );
});

test('the summary of a task equals that of its single runs at any instant', () => {
  fc.assert(
    fc.property(aStory, (story) => {
      for (const { runSet, runs, atMs } of told(story)) {
        const starts = runs.map(startOf).filter((start) => start !== null);
        expect(lastStartOf(runSet)).toBe(starts.length === 0 ? null : Math.max(...starts));
        // Before its changes and after them, forward in time and back: what was kept of another look must not count then.
        const early = [createdAtMs - 60_000, ...story.looksMs.map((ms) => createdAtMs + ms)];
        for (const nowMs of [...early, ...story.looksMs.map((ms) => atMs + ms), atMs]) {
          const states = runs.map((run) => stateAt(run, nowMs));
          const counts = Object.fromEntries(runStates.map((name) => [name, states.filter((s) => s === name).length]));
          const later = starts.filter((start) => start > nowMs);
          expect(runSummaryAt(runSet, nowMs)).toEqual({
            counts,
            startable: runs.filter((run) => canStartByHand(run, nowMs)).length,
            nextStartMs: later.length === 0 ? null : Math.min(...later),
          });
          const { stateAt: stateOf, startableAt } = runStatesAt(runSet, nowMs);
          expect(runs.map((_, index) => runStates[stateOf(index)])).toEqual(states);
          expect(runs.map((_, index) => startableAt(index))).toEqual(runs.map((run) => canStartByHand(run, nowMs)));
        }
      }
    }),
    options,
  );
});

const aList = fc.record({
  state: fc.option(fc.constantFrom(...runStates), { nil: undefined }),
  search: fc.constantFrom(undefined, '1', 'ws-2', ' SCAN ', 'nobody'),
  sort: fc.constantFrom('device', 'task', 'state', 'start'),
  order: fc.constantFrom('asc', 'desc'),
} as const);

test('a list of runs is filtered and sorted like single runs', () => {
  fc.assert(
    fc.property(aStory, aList, (story, list) => {
      const { runSet, runs, atMs } = told(story).at(-1) ?? { ...story, runs: [], atMs: 0 };
      const names = runs.map((run) => run.deviceId.toUpperCase());
      const named = { ...runSet, names, taskName: 'IOC Scan' };
      const nowMs = atMs + (story.looksMs[0] ?? 0);
      const keyOf = (run: Run) => {
        if (list.sort === 'state') return labels[runStates.indexOf(stateAt(run, nowMs))] ?? '';
        return list.sort === 'start' ? startOf(run) : list.sort === 'device' ? run.deviceId : run.taskId;
      };
      const found = runs
        .filter((run) => list.state === undefined || stateAt(run, nowMs) === list.state)
        .filter((run) => matches(list.search, [run.deviceId, 'IOC Scan']))
        .sort((a, b) => emptyLast(keyOf(a), keyOf(b), list.order) || compareText(a.deviceId, b.deviceId));
      const indexes = sortIndexes(named, matchingIndexes(named, list, nowMs), list, nowMs);
      expect([...indexes].map((index) => runs[index]?.deviceId)).toEqual(found.map((run) => run.deviceId));
    }),
    options,
  );
});

const labels = [
  'Waiting',
  'Not started',
  'Waiting for device',
  'Time zone not known',
  'Running',
  'Completed: no IOC found',
  'Completed: IOC found',
];
