import type { Answer, Parsed } from '#contract/operations.ts';
import type { RunDecisionView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import { sameScanning } from '#domain/policy/settings.ts';
import type { Run, RunDecision, RunSource, StartByHand } from '#domain/response/run.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { notFoundProblem } from '../problem.ts';
import { indexOfDevice } from '../runs/roster.ts';
import { runAt } from '../runs/task-runs.ts';
import { objectKey, type StoredRevision } from '../ports/history-records.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { loadTaskRunSet } from './task-run-sets.ts';
import { runView } from './runs.ts';
import { lookupTask } from './tasks.ts';

/** What decided the start of a run, from the creation of its task on. @throws Problem `not-found` */
export async function getRunDecisions(
  context: RequestContext,
  { params }: Parsed<'runDecisions'>,
): Promise<Answer<'runDecisions'>> {
  const now = await currentTimeMs(context);
  const task = await lookupTask(context, params.taskId, now);
  const runSet = await loadTaskRunSet(context, task.id);
  const prefix = `${task.id}.`;
  const place = params.runId.startsWith(prefix) ? indexOfDevice(runSet.roster, params.runId.slice(prefix.length)) : -1;
  if (place < 0) throw notFoundProblem('run', params.runId);
  const run = runAt(runSet, place);
  const device = await context.store.get('devices', run.deviceId);
  const decisions = await Promise.all(run.decisions.map((decision) => decisionView(context, run, decision)));
  const last = decisions.at(-1);
  if (last && run.startedByHand !== null) decisions.push(manualStartDecision(last, run.startedByHand));
  return {
    run: runView(run, { id: run.deviceId, name: device?.name ?? run.deviceId }, task, now),
    decisions,
    asOf: toInstant(now),
  };
}

/** The plan as it was made then: the rule gives it again from what held. */
async function decisionView(
  context: RequestContext,
  run: Run,
  { atMs, because, scanning, source, zone, deviceOnline, plannedAtMs }: RunDecision,
): Promise<RunDecisionView> {
  const plan = planAtDecision(run, { scanning, zone, plannedAtMs });
  const window = 'occurrence' in plan ? plan.occurrence : null;
  return {
    at: toInstant(atMs),
    cause: because,
    scope: scanning.scope,
    scanStart: describeScanStart(scanning.start),
    because: plan.because,
    timeZone: zone,
    deviceOnline,
    start: plan.kind === 'never' || !deviceOnline ? null : toInstant(plan.startMs),
    window: window && { opensAt: toInstant(window.opensAtMs), closesAt: toInstant(window.closesAtMs) },
    startedBy: null,
    decidedBy: source.kind,
    policy: await policyAtDecision(context, source, scanning, atMs),
  };
}

/** The rule again; of a run that started in a zone which is none, what was kept: an earlier version planned it. */
function planAtDecision(
  run: Run,
  { scanning, zone, plannedAtMs }: Pick<RunDecision, 'scanning' | 'zone' | 'plannedAtMs'>,
) {
  const plan = planStart(scanning.start, { createdAtMs: plannedAtMs, zone, moment: run.moment });
  return plan.because === 'zone-unknown' && run.zone === zone && run.plannedAtMs === plannedAtMs ? run.plan : plan;
}

/** A person's start: what is scanned stays as it was decided, the window does not count any more. */
const manualStartDecision = (last: RunDecisionView, { atMs, by }: StartByHand): RunDecisionView => ({
  ...last,
  ...{ at: toInstant(atMs), cause: 'by-hand', because: 'by-hand', start: toInstant(atMs) },
  ...{ deviceOnline: true, window: null, startedBy: by },
});

/** The policy that decided, with its last revision by then that said so: two may have been saved at one instant. */
async function policyAtDecision(
  { store }: RequestContext,
  source: RunSource,
  scanning: RunDecision['scanning'],
  atMs: number,
): Promise<RunDecisionView['policy']> {
  if (!('policyId' in source)) return null;
  const { policyId: id, policyName: name } = source;
  const text = (await store.where('revisions', 'object', objectKey('policy', id))).filter(
    ({ record, atMs: savedMs }) =>
      savedMs <= atMs && 'settings' in record && sameScanning(record.settings.additional.value.iocScanning, scanning),
  );
  const last = text.reduce<StoredRevision | null>((a, b) => (a && a.number > b.number ? a : b), null);
  const saved = last && { revision: last.number, modifiedBy: last.by, modifiedAt: toInstant(last.atMs) };
  return {
    id,
    name,
    revision: saved?.revision ?? null,
    saved,
    exists: (await store.get('policies', id)) !== undefined,
  };
}
