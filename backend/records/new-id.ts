/**
 * A readable id that nothing had before: `newId('policy', 12)` is `policy-000012`.
 * @param change the number of the change that makes it, which no other change ever has
 */
export const newId = (kind: string, change: number): string => `${kind}-${String(change).padStart(6, '0')}`;
