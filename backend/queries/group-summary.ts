import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Candidate } from '#domain/policy/effective-setting.ts';
import { summarySentence } from '#domain/policy/group-summary.ts';
import type { Hierarchy } from '#domain/policy/policy.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { policyRef } from './references.ts';
import { loadFleet, runSourceOf, withSubgroups } from './fleet-snapshot.ts';
import { lookup } from './lookup.ts';
import { effectiveSettingsIndex } from './effective-settings-index.ts';
import { compareText } from './page.ts';

type Part = Answer<'groupSummary'>['parts'][number];

/** What holds on the devices of a group with its subgroups, put into words once for each distinct holding. */
export async function getGroupSummary(
  context: RequestContext,
  { params }: Parsed<'groupSummary'>,
): Promise<Answer<'groupSummary'>> {
  await lookup(context, 'groups', params.groupId);
  const fleet = await loadFleet(context);
  const holding = effectiveSettingsIndex(fleet, 'additional');
  const inside = withSubgroups(fleet.hierarchy.groups.values(), params.groupId);
  const counts = new Map<Candidate<'additional'>, number>();
  let [total, zoneUnknown] = [0, 0];
  for (const device of await context.store.all('devices')) {
    if (!inside.has(device.groupId)) continue;
    const winner = holding(device);
    counts.set(winner, (counts.get(winner) ?? 0) + 1);
    total += 1;
    if (!isTimeZone(device.timeZone)) zoneUnknown += 1;
  }
  const parts = summaryParts(fleet.hierarchy, counts);
  return {
    total,
    zoneUnknown,
    sentence: summarySentence(total, parts, zoneUnknown),
    parts,
    asOf: toInstant(await currentTimeMs(context)),
  };
}

/** Holdings that say the same by the same decision are one part; the largest first. */
function summaryParts(hierarchy: Hierarchy, counts: ReadonlyMap<Candidate<'additional'>, number>): Part[] {
  const parts = new Map<string, Part>();
  for (const [winner, count] of counts) {
    const { source } = winner;
    const { scope, start } = winner.value.iocScanning;
    const part: Part = {
      count,
      scanStart: describeScanStart(start),
      scope,
      decidedBy: runSourceOf({ winner }).kind,
      policy: source.kind === 'policy' ? policyRef(hierarchy, source.policy) : null,
    };
    const key = [part.scanStart, scope, part.decidedBy, part.policy?.id].join('|');
    parts.set(key, { ...part, count: count + (parts.get(key)?.count ?? 0) });
  }
  return [...parts.values()].sort((a, b) => b.count - a.count || compareText(a.scanStart, b.scanStart));
}
