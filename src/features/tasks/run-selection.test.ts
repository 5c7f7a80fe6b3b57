import { expect, test } from 'vitest';
import type { RunView } from '#contract/tasks.ts';
import { deviceIdSchema, runIdSchema, taskIdSchema } from '#domain/ids.ts';
import { countSelected, selectableAll, selectedRuns, type RunSelection } from './run-selection.ts';

const run = (device: string, startable: boolean): RunView => ({
  id: runIdSchema.parse(`task-0001.${device}`),
  taskId: taskIdSchema.parse('task-0001'),
  taskName: 'IOC Scan',
  device: { id: deviceIdSchema.parse(device), name: device.toUpperCase(), timeZone: 'Europe/Berlin' },
  state: startable ? 'waiting' : 'running',
  scope: 'critical-areas',
  scanStart: '20:00–07:00',
  because: 'outside-window',
  start: null,
  end: null,
  window: null,
  decidedBy: 'default',
  policy: null,
  startable,
  startedBy: null,
});

const rows = [run('ber-1', true), run('ber-2', false), run('ber-3', true)];
const names = (view: string, ids: readonly string[]) =>
  selectedRuns({ view: 'page 1', ids: new Set(ids), all: null }, { view, filter: '' }, rows).map(
    ({ device }) => device.id,
  );

test.each([
  ['what was ticked', 'page 1', ['task-0001.ber-1', 'task-0001.ber-3'], ['ber-1', 'ber-3']],
  ['not what has started meanwhile', 'page 1', ['task-0001.ber-1', 'task-0001.ber-2'], ['ber-1']],
  ['not what is no longer on the page', 'page 1', ['task-0001.ber-1', 'task-0001.ber-9'], ['ber-1']],
  ['nothing of another page', 'page 2', ['task-0001.ber-1'], []],
])('a start of the selection acts on %s', (_, view, ids, acted) => {
  expect(names(view, ids)).toEqual(acted);
});

const single = (...devices: string[]): RunSelection => ({
  view: 'page 1',
  ids: new Set(devices.map((device) => `task-0001.${device}`)),
  all: null,
});
const all: RunSelection = { view: 'page 1', ids: new Set(), all: 'waiting' };
const found = { rows, startable: 1_234 };

test.each([
  ['single ones', single('ber-1', 'ber-3'), 'page 1', 'waiting', 2],
  ['all that match, on this page', all, 'page 1', 'waiting', 1_234],
  ['all that match, on another page', all, 'page 2', 'waiting', 1_234],
  ['all that matched another filter', all, 'page 1', 'running', 0],
  ['single ones of another page', single('ber-1'), 'page 2', 'waiting', 0],
])('the number on the button is that of %s', (_, ticked, view, filter, count) => {
  expect(countSelected(ticked, { view, filter }, found)).toBe(count);
});

test.each([
  ['a whole page of more', single('ber-1', 'ber-3'), 1_234, 1_234],
  ['a part of the page', single('ber-1'), 1_234, null],
  ['a whole page that is all there is', single('ber-1', 'ber-3'), 2, null],
  ['all that match', all, 1_234, null],
])('to whom %s is ticked, all that match are offered: %s', (_, ticked, startable, offered) => {
  expect(selectableAll(ticked, { view: 'page 1', filter: 'waiting' }, { rows, startable })).toBe(offered);
});
