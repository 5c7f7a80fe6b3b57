import type { Answer, Parsed } from '#contract/operations.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import { fates, type ForecastRun } from '#contract/forecast.ts';
import type { DeviceId } from '#domain/ids.ts';
import { planStart, type PlannedStart } from '#domain/schedule/plan-start.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { Problem } from '#backend/problem.ts';
import { type RequestContext } from '../request-context.ts';
import { groupRef } from '../queries/references.ts';
import { matches } from '../queries/page.ts';
import { deviceOrder } from './device-order.ts';
import type { ExecuteCommand } from './draft-store-cache.ts';
import { groupsInside } from './load-inputs.ts';
import { paced } from './progress-throttle.ts';
import { createdAt, fateAt, planned, type PlannedRuns } from './plan-forecast-runs.ts';
import { pageByDevice, pageByStart } from './run-page.ts';
import type { SettingsCase } from './settings-columns.ts';
import type { Side } from './variant.ts';
import { savedDecisions, type SavedDecisions } from './saved-decision.ts';
import { prepare } from './forecast.ts';

type Body = Parsed<'forecastRuns'>['body'];

/**
 * The runs behind the numbers of a forecast, device by device: the same runs, so that a number and its list agree.
 * @throws Problem as `forecast` does, and `invalid-input` for the draft's side where there is no draft
 */
export async function forecastRuns(
  context: RequestContext,
  { body }: Parsed<'forecastRuns'>,
  executeCommand: ExecuteCommand,
): Promise<Answer<'forecastRuns'>> {
  const { asked, gathered, now, draft } = await prepare(context, body, executeCommand);
  const side = body.side === 'draft' ? draft : now;
  if (!side) {
    throw new Problem('invalid-input', 'There is no draft in this question. Ask for the side “now”, or send a draft.', [
      { path: '/side', message: 'There is no draft' },
    ]);
  }
  const runs = await planned(side, asked, paced(context.job, side.chosen.length * asked.detectionsMs.length));
  const order = deviceOrder(side, body.sort, body.order);
  const passes = passing(side, runs, body);
  const direction = body.order === 'asc' ? 1 : -1;
  const found =
    body.sort === 'start' ? pageByStart(runs, order, passes, body, direction) : pageByDevice(runs, order, passes, body);
  const viewOf = viewing(side, runs, savedDecisions(side.records, gathered.now));
  return {
    rows: found.rows.map(viewOf),
    total: found.total,
    page: body.page,
    pageSize: body.pageSize,
    asOf: toInstant(gathered.nowMs),
  };
}

/** Whether a row is what a question asks for; what is of the device alone is judged once for each device. */
function passing(side: Side, runs: PlannedRuns, body: Body): (row: number) => boolean {
  const { columns, chosen, plan, settings, records } = side;
  const { zone, groupId, decision, search, fate } = body;
  const inside = groupId === undefined ? null : groupsInside(records.fleet, groupId);
  const groupPasses = Uint8Array.from(columns.groups, (id) => Number(inside?.has(id) ?? true));
  const zonePasses = Uint8Array.from(plan.zones, (id) => Number(zone === undefined || id === zone));
  const casePasses = Uint8Array.from(settings.cases, (each) =>
    Number(decision === undefined || each.decision === decision),
  );
  const devicePasses = new Uint8Array(chosen.length);
  for (let i = 0; i < chosen.length; i += 1) {
    const at = chosen[i] ?? 0;
    const fits =
      groupPasses[columns.groupOf[at] ?? 0] === 1 &&
      zonePasses[plan.zoneOf[i] ?? 0] === 1 &&
      casePasses[settings.caseOf[i] ?? 0] === 1;
    if (fits && (search === undefined || matches(search, [columns.devices[at]?.name ?? '']))) devicePasses[i] = 1;
  }
  const wanted = fate === undefined ? null : fates.indexOf(fate);
  const timed = body.from !== undefined || body.to !== undefined;
  const fromMs = body.from === undefined ? -Infinity : toEpochMs(body.from);
  const toMs = body.to === undefined ? Infinity : toEpochMs(body.to);
  return (row) => {
    if (devicePasses[row % runs.devices] !== 1) return false;
    if (wanted !== null && fateAt(runs, row) !== wanted) return false;
    if (!timed) return true;
    const startMs = runs.startsMs[row] ?? Infinity;
    return startMs >= fromMs && startMs < toMs;
  };
}

/** The revision under which the settings of a device are decided. */
function savedOf({ policy, decidedBy }: SettingsCase, deviceId: DeviceId, saved: SavedDecisions) {
  if (policy) return saved.ofPolicy(policy.id);
  return decidedBy === 'device' ? saved.onDevice(deviceId) : null;
}

/** A row in words; what the rule says is asked once for each rule, zone and instant, not once a row. */
function viewing(side: Side, runs: PlannedRuns, saved: SavedDecisions): (row: number) => ForecastRun {
  const { columns, chosen, settings, records } = side;
  const revisions = new Map(records.policies.map(({ id, revision }) => [id, revision]));
  const plans = new Map<string, PlannedStart>();
  const planOf = (rule: number, zone: string, createdAtMs: number): PlannedStart => {
    const key = `${String(rule)}|${zone}|${String(createdAtMs)}`;
    const start = settings.rules[rule] ?? { mode: 'manual' };
    const plan = plans.get(key) ?? planStart(start, { createdAtMs, zone, moment: 0 });
    plans.set(key, plan);
    return plan;
  };
  return (row) => {
    const i = row % runs.devices;
    const device = columns.devices[chosen[i] ?? 0];
    const held = settings.cases[settings.caseOf[i] ?? 0];
    const fate = fates[fateAt(runs, row)];
    if (!device || !held || !fate) throw new Error('A row is always of a device that is there');
    const createdAtMs = createdAt(runs, row);
    const plan = planOf(held.rule, device.timeZone, createdAtMs);
    const startMs = runs.startsMs[row] ?? Infinity;
    const starts = startMs !== Infinity;
    const window = fate !== 'offline' && 'occurrence' in plan ? plan.occurrence : null;
    return {
      device: { id: device.id, name: device.name, timeZone: device.timeZone },
      group: groupRef(records.fleet.hierarchy, device.groupId),
      detectedAt: toInstant(runs.detectionsMs[Math.floor(row / runs.devices)] ?? 0),
      createdAt: toInstant(createdAtMs),
      fate,
      because: fate === 'offline' ? 'offline' : plan.because,
      scope: held.scanning.scope,
      scanStart: describeScanStart(held.scanning.start),
      window: window && { opensAt: toInstant(window.opensAtMs), closesAt: toInstant(window.closesAtMs) },
      start: starts ? toInstant(startMs) : null,
      end: starts ? toInstant(startMs + (runs.durationsMs[row] ?? 0)) : null,
      decidedBy: held.decidedBy,
      policy: held.policy && {
        id: held.policy.id,
        name: held.policy.name,
        revision: revisions.get(held.policy.id) ?? 0,
      },
      saved: savedOf(held, device.id, saved),
    };
  };
}
