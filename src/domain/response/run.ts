import type { DeviceId, PolicyId, RunId, TaskId } from '../ids.ts';
import type { IocScanning, ScanScope } from '../policy/settings.ts';
import { planStart, type PlannedStart, type Planner } from '../schedule/plan-start.ts';
import { isSameZone, isTimeZone } from '../schedule/time-zone.ts';
import type { DeviceStatus } from '../fleet/fleet.ts';
import type { DecisionCause } from './decision-cause.ts';
import type { RunState } from './run-state.ts';

/** Who decided the settings of a run: a policy (locked or not enforced), the device itself, or the application's default. */
export type RunSource =
  | {
      readonly kind: 'locked-by-policy' | 'policy-not-enforced';
      readonly policyId: PolicyId;
      readonly policyName: string;
    }
  | { readonly kind: 'device' | 'default' };

/** What was decided about a run's start at an instant, with what held then. Epoch milliseconds UTC. */
export interface RunDecision {
  readonly atMs: number;
  readonly because: DecisionCause;
  readonly scanning: IocScanning;
  readonly source: RunSource;
  readonly zone: string;
  readonly deviceOnline: boolean;
  /** The instant from which the plan counts: `planStart` gives it again. */
  readonly plannedAtMs: number;
}

/** A start by a person: when, epoch milliseconds UTC, and who, by name; null where it was kept before names were. */
export interface StartByHand {
  readonly atMs: number;
  readonly by: string | null;
}

/** One device's share of a task: what it scans and when it starts. Instants are epoch milliseconds UTC. */
export interface Run {
  readonly id: RunId;
  readonly taskId: TaskId;
  readonly deviceId: DeviceId;
  readonly zone: string;
  readonly scanning: IocScanning;
  readonly source: RunSource;
  readonly deviceOnline: boolean;
  /** The plan as of creation, the device's last return, or the last policy change. */
  readonly plan: PlannedStart;
  /** The instant from which `plan` counts. */
  readonly plannedAtMs: number;
  /** That a person started it, or null. */
  readonly startedByHand: StartByHand | null;
  /** The run's fraction of its window, from the seed and its identity. */
  readonly moment: number;
  readonly durationMs: number;
  readonly iocFound: boolean;
  /** All that was decided about its start, from the creation on. */
  readonly decisions: readonly RunDecision[];
}

/** The run with one more decision: its state at `atMs` (epoch milliseconds UTC) and the cause. */
export function decided(run: Run, because: DecisionCause, atMs: number): Run {
  const { scanning, source, zone, deviceOnline, plannedAtMs } = run;
  const decision = { atMs, because, scanning, source, zone, deviceOnline, plannedAtMs };
  return { ...run, decisions: [...run.decisions, decision] };
}

/** The instant at which a run starts or started, or null while it depends on a person or on its device's return. */
export function startOf(run: Run): number | null {
  if (run.startedByHand !== null) return run.startedByHand.atMs;
  if (!run.deviceOnline || run.plan.kind === 'never') return null;
  return run.plan.startMs;
}

/** The state of a run at an instant: derived, never stored. Source: docs/domain-rules.md#tasks-and-runs. */
export function stateAt(run: Run, nowMs: number): RunState {
  const start = startOf(run);
  if (start !== null && start <= nowMs) {
    if (nowMs < start + run.durationMs) return 'running';
    return run.iocFound ? 'completed-found' : 'completed-clean';
  }
  if (run.plan.kind === 'never') return run.plan.because === 'zone-unknown' ? 'zone-unknown' : 'not-started';
  return run.deviceOnline ? 'waiting' : 'waiting-for-device';
}

export function hasStarted(run: Run, nowMs: number): boolean {
  const start = startOf(run);
  return start !== null && start <= nowMs;
}

/**
 * The run replanned with other settings, as if created at `atMs`; a run that has started is returned unchanged.
 * Source: docs/domain-rules.md#policy-changes.
 */
export function replan(
  run: Run,
  scanning: IocScanning,
  source: RunSource,
  durationMs: number,
  atMs: number,
  planner: Planner = planStart,
  because: DecisionCause = 'settings',
): Run {
  if (hasStarted(run, atMs)) return run;
  const plan = planner(scanning.start, { createdAtMs: atMs, zone: run.zone, moment: run.moment });
  return decided({ ...run, scanning, source, durationMs, plan, plannedAtMs: atMs }, because, atMs);
}

/**
 * The run after its device went away or came back at `atMs`. Coming back, a waiting run follows the rule as if created
 * then; going away, it waits for the device. A run that has started is returned unchanged.
 * Source: docs/domain-rules.md#offline-devices.
 */
export function withDeviceStatus(run: Run, status: DeviceStatus, atMs: number, planner: Planner = planStart): Run {
  const deviceOnline = status !== 'offline';
  if (deviceOnline === run.deviceOnline || hasStarted(run, atMs)) return run;
  if (!deviceOnline) return { ...run, deviceOnline };
  const plan = planner(run.scanning.start, { createdAtMs: atMs, zone: run.zone, moment: run.moment });
  return decided({ ...run, deviceOnline, plan, plannedAtMs: atMs }, 'returned', atMs);
}

/**
 * The run after its device's time zone changed: replanned there, as if created at `atMs`. A run that has started is
 * returned unchanged, and so is one whose zone only has another name. Windows are in the device's zone.
 * Source: docs/domain-rules.md#policy-changes.
 */
export function withZone(run: Run, zone: string, atMs: number, planner: Planner = planStart): Run {
  if ((isSameZone(zone, run.zone) && !isKnownByNow(run)) || hasStarted(run, atMs)) return run;
  const plan = planner(run.scanning.start, { createdAtMs: atMs, zone, moment: run.moment });
  return decided({ ...run, zone, plan, plannedAtMs: atMs }, 'zone', atMs);
}

/** Planned while its zone was unknown to the runtime, which knows it now. */
const isKnownByNow = ({ plan, zone }: Run): boolean => plan.because === 'zone-unknown' && isTimeZone(zone);

/**
 * True when a person may start the run: it exists, it has not started, its device can be reached and its time zone is
 * known. A run exists from the instant its first plan counts from, the creation of its task.
 */
export function canStartByHand(run: Run, nowMs: number): boolean {
  return run.plannedAtMs <= nowMs && run.deviceOnline && run.plan.because !== 'zone-unknown' && !hasStarted(run, nowMs);
}

/** Whole minutes from the shortest scan to the longest. */
export interface DurationSpan {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** How long a scan takes: a stated model, not a measurement. Minutes from `from` to `to`, uniform by the run's identity. */
export type DurationModel = Readonly<Record<ScanScope, DurationSpan>>;

/** The duration model of a new world: one scope is more thorough and slower. */
export const defaultDurationModel: DurationModel = {
  'system-drives': { fromMinutes: 45, toMinutes: 180 },
  'critical-areas': { fromMinutes: 6, toMinutes: 24 },
};

/** The duration of a scan in milliseconds. @param fraction in [0, 1), from the run's identity. */
export function durationMs(model: DurationModel, scope: ScanScope, fraction: number): number {
  return durationWithin(model[scope], fraction);
}

/** The same of one span. @param fraction in [0, 1) */
export function durationWithin({ fromMinutes, toMinutes }: DurationSpan, fraction: number): number {
  return Math.round((fromMinutes + fraction * (toMinutes - fromMinutes)) * 60_000);
}
