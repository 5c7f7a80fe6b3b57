import { expect, test } from 'vitest';
import type { RunView } from '#contract/tasks.ts';
import { deviceIdSchema, runIdSchema, taskIdSchema } from '#domain/ids.ts';
import { tickedRuns } from './ticked.ts';

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
});

const rows = [run('ber-1', true), run('ber-2', false), run('ber-3', true)];
const names = (view: string, ids: readonly string[]) =>
  tickedRuns({ view: 'page 1', ids: new Set(ids) }, view, rows).map(({ device }) => device.id);

test.each([
  ['what was ticked', 'page 1', ['task-0001.ber-1', 'task-0001.ber-3'], ['ber-1', 'ber-3']],
  ['not what has started meanwhile', 'page 1', ['task-0001.ber-1', 'task-0001.ber-2'], ['ber-1']],
  ['not what is no longer on the page', 'page 1', ['task-0001.ber-1', 'task-0001.ber-9'], ['ber-1']],
  ['nothing of another page', 'page 2', ['task-0001.ber-1'], []],
])('a start of the selection acts on %s', (_, view, ids, acted) => {
  expect(names(view, ids)).toEqual(acted);
});
