import { expect, test } from 'vitest';
import type { RunDecisionView, RunDecisionsView } from '#contract/tasks.ts';
import { deviceIdSchema, policyIdSchema, runIdSchema, taskIdSchema } from '#domain/ids.ts';
import { decisionsText, plannedWords } from './decision-words.ts';

const created: RunDecisionView = {
  at: '2026-11-24T12:00:00Z',
  cause: 'created',
  scope: 'critical-areas',
  scanStart: '20:00–07:00',
  because: 'outside-window',
  timeZone: 'Europe/Berlin',
  deviceOnline: true,
  start: '2026-11-24T20:30:00Z',
  window: { opensAt: '2026-11-24T19:00:00Z', closesAt: '2026-11-25T06:00:00Z' },
  startedBy: null,
  decidedBy: 'locked-by-policy',
  policy: {
    id: policyIdSchema.parse('baseline'),
    name: 'Baseline',
    revision: 3,
    saved: { revision: 3, modifiedBy: 'M. Admin', modifiedAt: '2026-11-20T09:30:00Z' },
    exists: true,
  },
};
const answer: RunDecisionsView = {
  run: {
    id: runIdSchema.parse('task-0001.ber-ws-0001'),
    taskId: taskIdSchema.parse('task-0001'),
    taskName: 'IOC Scan',
    device: { id: deviceIdSchema.parse('ber-ws-0001'), name: 'BER-WS-0001', timeZone: 'Europe/Berlin' },
    state: 'completed-clean',
    scope: 'critical-areas',
    scanStart: '20:00–07:00',
    because: 'outside-window',
    start: created.start,
    end: null,
    window: created.window,
    decidedBy: 'locked-by-policy',
    policy: null,
    startable: false,
    startedBy: null,
  },
  decisions: [created],
  asOf: '2026-11-26T12:00:00Z',
};

test('a manual start names the user in the heading only', () => {
  const byHand = { ...created, cause: 'by-hand', because: 'by-hand', startedBy: 'J. Keller', window: null } as const;
  expect(plannedWords(byHand, answer)).toBe('Tue 24 Nov 21:30 +1');
  expect(decisionsText({ ...answer, decisions: [byHand] }, 'UTC')).toContain(
    '1. Tue 24 Nov 12:00 (UTC): Started by hand by J. Keller\n',
  );
});

test.each<[string, Partial<RunDecisionView>, string]>([
  ['waits', {}, 'Tue 24 Nov 21:30 +1. A random moment of the next 20:00–07:00'],
  ['is offline', { deviceOnline: false, start: null }, 'None: the device is offline'],
  ['is manual', { because: 'manual', start: null }, 'Manual start: waits for a person'],
])('the start as it was planned of a run that %s', (_, change, words) => {
  expect(plannedWords({ ...created, ...change }, answer)).toBe(words);
});

test('the text of the decisions has the instant, the settings and the source of each', () => {
  expect(decisionsText(answer, 'UTC')).toBe(
    [
      'What decided the start of this run? BER-WS-0001, IOC Scan',
      'Completed: no IOC found',
      '',
      '1. Tue 24 Nov 12:00 (UTC): Task created',
      '   Scope: Critical file areas on the device',
      '   Scan start: 20:00–07:00',
      '   Window: Tue 24 Nov 20:00 – Wed 07:00',
      '   Planned start: Tue 24 Nov 21:30 +1. A random moment of the next 20:00–07:00',
      '   Device’s time zone: Europe/Berlin',
      '   Decided by: Baseline, revision 3, M. Admin, 20 Nov 2026, 09:30, under policy',
    ].join('\n'),
  );
});
