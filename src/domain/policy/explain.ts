import type { Lock } from './settings.ts';

/** A source with the names needed to describe it. */
export type NamedSource =
  | {
      readonly kind: 'policy';
      readonly policy: { readonly name: string; readonly group: { readonly name: string } };
      readonly lock: Lock;
    }
  | { readonly kind: 'device' }
  | { readonly kind: 'default' };

/**
 * The source of a value in words: *locked by policy Baseline of group Managed devices* · *set on the device* ·
 * *from policy Baseline, not enforced* · *application default*. Source: docs/domain-rules.md#explanation.
 */
export function sentenceOfSource(source: NamedSource): string {
  switch (source.kind) {
    case 'policy':
      return source.lock === 'closed'
        ? `locked by policy ${source.policy.name} of group ${source.policy.group.name}`
        : `from policy ${source.policy.name}, not enforced`;
    case 'device':
      return 'set on the device';
    case 'default':
      return 'application default';
    default:
      return source satisfies never;
  }
}
