import { scanScopeLabels } from '#domain/policy/settings.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';

/** Filters devices by effective settings and their source. Numbers of a group's summary link to it. */
export type Decision = Pick<SearchParams, 'decidedBy' | 'decidingPolicy' | 'scanStart' | 'scope'>;

export const noDecision = { decidedBy: undefined, decidingPolicy: undefined, scanStart: undefined, scope: undefined };

/** The filter as query parameters. */
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
 * @param policyName null while loading
 * @returns null without a filter
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
