import { scanScopeLabels } from '#domain/policy/settings.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';

/** Only the devices on which this holds, by this decision: where a number of a group's summary leads. */
export type Decision = Pick<SearchParams, 'decidedBy' | 'decidingPolicy' | 'scanStart' | 'scope'>;

/** What takes the filter away. */
export const noDecision = { decidedBy: undefined, decidingPolicy: undefined, scanStart: undefined, scope: undefined };

/** The filter as the list of devices is asked; what the address does not say is left out. */
export function decisionQuery({ decidedBy, decidingPolicy, scanStart, scope }: Decision) {
  return {
    ...(decidedBy ? { decidedBy } : {}),
    ...(decidingPolicy ? { decidingPolicy } : {}),
    ...(scanStart ? { scanStart } : {}),
    ...(scope ? { scope } : {}),
  };
}

/**
 * The filter in words: *20:00–07:00 · Critical file areas on the device · from Berlin, not enforced*.
 * @param policyName null while it is not known
 * @returns null where the address says no filter
 */
export function decisionWords(
  { decidedBy, decidingPolicy, scanStart, scope }: Decision,
  policyName: string | null,
): string | null {
  const policy = policyName ?? 'the policy';
  const who = {
    'locked-by-policy': `locked by ${policy}`,
    'policy-not-enforced': `from ${policy}, not enforced`,
    device: 'set on the device',
    default: 'application default',
  };
  const decider = decidedBy ? who[decidedBy] : decidingPolicy && `decided by ${policy}`;
  const words = [scanStart, scope && scanScopeLabels[scope], decider].filter((part) => part !== undefined);
  return words.length === 0 ? null : words.join(' · ');
}
