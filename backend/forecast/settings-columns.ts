import type { ForecastRun } from '#contract/forecast.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { Candidate } from '#domain/policy/effective-setting.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { IocScanning, ScanScope } from '#domain/policy/settings.ts';
import { describeScanStart, type ScanStart } from '#domain/schedule/scan-start.ts';
import { Problem } from '#backend/problem.ts';
import { runSourceOf, type Fleet } from '../queries/fleet-snapshot.ts';
import { effectiveSettingsIndex } from '../queries/effective-settings-index.ts';
import { intern, type FleetColumns } from './fleet-columns.ts';

/** Effective settings and their source; devices with the same ones share a case. */
export interface SettingsCase {
  readonly scanning: IocScanning;
  readonly decidedBy: ForecastRun['decidedBy'];
  readonly policy: Policy | null;
  /** As in `byDecision`: see `decisionKey`. */
  readonly decision: string;
  readonly rule: number;
  readonly scope: number;
}

export interface SettingsColumns {
  readonly cases: readonly SettingsCase[];
  readonly rules: readonly ScanStart[];
  /** The case of each selected device. */
  readonly caseOf: Uint32Array;
}

/**
 * The key of a source: a policy id, or `:device`, `:default`, `:hand-set`. Ids contain no colon, so keys never collide.
 */
export const decisionKey = (decidedBy: ForecastRun['decidedBy'], policy: Pick<Policy, 'id'> | null): string =>
  policy?.id ?? `:${decidedBy}`;

export const scopes: readonly ScanScope[] = ['system-drives', 'critical-areas'];

/** The planner has 16 bits for a rule. */
const maxRules = 65_535;

/**
 * The effective settings of each selected device: evaluated once for each group and office status, and once for each device
 * with local settings.
 * @param selected indexes of devices in the columns
 * @throws Problem `invalid-input` when the devices have more than 65,535 scan starts among them
 */
export function settingsColumns(
  fleet: Fleet,
  { devices, groupOf, groups, outOfOffice: away }: FleetColumns,
  chosen: Uint32Array,
): SettingsColumns {
  const holding = effectiveSettingsIndex(fleet, 'additional');
  const cases = distinctCases();
  const unset = new Int32Array(groups.length * 2).fill(-1);
  const caseOf = new Uint32Array(chosen.length);
  for (let i = 0; i < chosen.length; i += 1) {
    const at = chosen[i] ?? 0;
    const device = devices[at];
    if (!device) continue;
    if (fleet.local.size > 0 && hasLocalSetting(fleet, device)) {
      caseOf[i] = cases.indexOf(holding(device));
      continue;
    }
    const alike = (groupOf[at] ?? 0) * 2 + (away[at] ?? 0);
    if (unset[alike] === -1) unset[alike] = cases.indexOf(holding(device));
    caseOf[i] = unset[alike] ?? 0;
  }
  if (cases.rules().length > maxRules) {
    throw new Problem('invalid-input', 'These devices have more than 65,535 scan starts. Choose a smaller group.', [
      { path: '/place', message: 'Too many different scan starts' },
    ]);
  }
  return { cases: cases.all(), rules: cases.rules(), caseOf };
}

/** The same settings on each of `count` devices, regardless of their policies. */
export const uniformSettings = (scanning: IocScanning, count: number): SettingsColumns => ({
  cases: [
    {
      scanning,
      decidedBy: 'hand-set',
      policy: null,
      decision: decisionKey('hand-set', null),
      rule: 0,
      scope: scopes.indexOf(scanning.scope),
    },
  ],
  rules: [scanning.start],
  caseOf: new Uint32Array(count),
});

const hasLocalSetting = ({ local }: Fleet, { id }: Device): boolean =>
  (local.get(id)?.values.additional ?? null) !== null;

/** Interns cases: by the identity of the candidate first, then by content. */
function distinctCases() {
  const all: SettingsCase[] = [];
  const rules: ScanStart[] = [];
  const ruleAt = new Map<string, number>();
  const byWords = new Map<string, number>();
  const byCandidate = new WeakMap<Candidate<'additional'>, number>();

  const add = (winner: Candidate<'additional'>): number => {
    const { kind } = runSourceOf({ winner });
    const policy = winner.source.kind === 'policy' ? winner.source.policy : null;
    const scanning = winner.value.iocScanning;
    const words = describeScanStart(scanning.start);
    const place = intern(byWords, [kind, policy?.id ?? '', scanning.scope, words].join('|'));
    if (place === all.length) {
      const rule = intern(ruleAt, words);
      if (rule === rules.length) rules.push(scanning.start);
      const scope = scopes.indexOf(scanning.scope);
      all.push({ scanning, decidedBy: kind, policy, decision: decisionKey(kind, policy), rule, scope });
    }
    return place;
  };

  return {
    indexOf(winner: Candidate<'additional'>): number {
      const known = byCandidate.get(winner);
      if (known !== undefined) return known;
      const place = add(winner);
      byCandidate.set(winner, place);
      return place;
    },
    all: () => all,
    rules: () => rules,
  };
}
