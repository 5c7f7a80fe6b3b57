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
import { groupSubtree } from './load-inputs.ts';
import { throttleProgress } from './progress-throttle.ts';
import { createdAtOf, fateAt, planForecastRuns, type PlannedRuns } from './plan-forecast-runs.ts';
import { pageByDevice, pageByStart } from './run-page.ts';
import type { SettingsCase } from './settings-columns.ts';
import type { Variant } from './variant.ts';
import { savedDecisions, type SavedDecisions } from './saved-decision.ts';
import { prepareForecast } from './forecast.ts';

type Body = Parsed<'forecastRuns'>['body'];

/**
 * A page of the runs that the figures of a forecast count.
 * @throws Problem as `forecast` does, and `invalid-input` for the variant `draft` without a draft
 */
export async function forecastRuns(
  context: RequestContext,
  { body }: Parsed<'forecastRuns'>,
  executeCommand: ExecuteCommand,
): Promise<Answer<'forecastRuns'>> {
  const { query, inputs, now, draft } = await prepareForecast(context, body, executeCommand);
  const variant = body.side === 'draft' ? draft : now;
  if (!variant) {
    throw new Problem('invalid-input', 'There is no draft in this question. Ask for the side “now”, or send a draft.', [
      { path: '/side', message: 'There is no draft' },
    ]);
  }
  const runs = await planForecastRuns(
    variant,
    query,
    throttleProgress(context.job, variant.selected.length * query.detectionsMs.length),
  );
  const order = deviceOrder(variant, body.sort, body.order);
  const passes = runFilter(variant, runs, body);
  const direction = body.order === 'asc' ? 1 : -1;
  const found =
    body.sort === 'start' ? pageByStart(runs, order, passes, body, direction) : pageByDevice(runs, order, passes, body);
  const viewOf = runViews(variant, runs, savedDecisions(variant.records, inputs.now));
  return {
    rows: found.rows.map(viewOf),
    total: found.total,
    page: body.page,
    pageSize: body.pageSize,
    asOf: toInstant(inputs.nowMs),
  };
}

/** The filter of a request; conditions on devices are evaluated once for each device, not for each run. */
function runFilter(variant: Variant, runs: PlannedRuns, body: Body): (row: number) => boolean {
  const { columns, selected: chosen, plan, settings, records } = variant;
  const { zone, groupId, decision, search, fate } = body;
  const inside = groupId === undefined ? null : groupSubtree(records.fleet, groupId);
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

/** The revision of the policy or local settings that decide on a device. */
function decidingRevision({ policy, decidedBy }: SettingsCase, deviceId: DeviceId, saved: SavedDecisions) {
  if (policy) return saved.ofPolicy(policy.id);
  return decidedBy === 'device' ? saved.onDevice(deviceId) : null;
}

/** Renders rows; `planStart` is called once for each rule, zone and instant, not for each row. */
function runViews(variant: Variant, runs: PlannedRuns, saved: SavedDecisions): (row: number) => ForecastRun {
  const { columns, selected: chosen, settings, records } = variant;
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
    const settingsCase = settings.cases[settings.caseOf[i] ?? 0];
    const fate = fates[fateAt(runs, row)];
    if (!device || !settingsCase || !fate) throw new Error('A row is always of a device that is there');
    const createdAtMs = createdAtOf(runs, row);
    const plan = planOf(settingsCase.rule, device.timeZone, createdAtMs);
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
      scope: settingsCase.scanning.scope,
      scanStart: describeScanStart(settingsCase.scanning.start),
      window: window && { opensAt: toInstant(window.opensAtMs), closesAt: toInstant(window.closesAtMs) },
      start: starts ? toInstant(startMs) : null,
      end: starts ? toInstant(startMs + (runs.durationsMs[row] ?? 0)) : null,
      decidedBy: settingsCase.decidedBy,
      policy: settingsCase.policy && {
        id: settingsCase.policy.id,
        name: settingsCase.policy.name,
        revision: revisions.get(settingsCase.policy.id) ?? 0,
      },
      saved: decidingRevision(settingsCase, device.id, saved),
    };
  };
}
