import { z } from 'zod';

/** Faults between a tab and its backend, each with the share of affected requests. */
export const faultKinds = [
  'error',
  'unavailable',
  'too-many',
  'timeout',
  'broken',
  'lost',
  'crash',
  'storage-full',
  'storage-refused',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const percent = z.number('Enter a number.').min(0, 'At least 0 %.').max(100, 'At most 100 %.').default(0);
const delay = z.int('Enter a whole number.').min(0, 'At least 0 ms.').max(60_000, 'At most 60,000 ms.').default(0);

/**
 * The simulated network conditions of a tab: latency and jitter in milliseconds, and each fault as a percentage of
 * requests. The same seed makes the same requests fail in the same way.
 */
export const conditionsSchema = z
  .strictObject({
    latency: delay,
    jitter: delay,
    ...(Object.fromEntries(faultKinds.map((kind) => [kind, percent])) as Record<FaultKind, typeof percent>),
    seed: z
      .int('Enter a whole number.')
      .min(0, 'A seed is 0 or more.')
      .max(4_294_967_295, 'At most 32 bits.')
      .default(1),
  })
  .refine((conditions) => faultKinds.reduce((sum, kind) => sum + conditions[kind], 0) <= 100, {
    error: 'The shares add up to more than 100 %.',
    path: ['error'],
  });

export type Conditions = z.output<typeof conditionsSchema>;

const set = (values: z.input<typeof conditionsSchema>): Conditions => conditionsSchema.parse(values);

/** Conditions by name. */
export const presets = {
  good: { label: 'Good', conditions: set({}) },
  slow: { label: 'Slow line', conditions: set({ latency: 800, jitter: 600 }) },
  flaky: {
    label: 'Flaky (10 %)',
    conditions: set({ latency: 50, jitter: 250, error: 3, unavailable: 3, lost: 4 }),
  },
  storm: {
    label: 'Storm (30 %)',
    conditions: set({ jitter: 100, error: 7, unavailable: 6, 'too-many': 4, timeout: 1, broken: 5, lost: 6, crash: 1 }),
  },
  'storage-full': { label: 'Storage full', conditions: set({ 'storage-full': 100 }) },
  'storage-refused': { label: 'Storage refused', conditions: set({ 'storage-refused': 100 }) },
} as const;

export type PresetName = keyof typeof presets;
const presetNames = Object.keys(presets).filter((name): name is PresetName => name in presets);
const parts = Object.keys(presets.good.conditions) as (keyof Conditions)[];

const sameBut = (a: Conditions, b: Conditions, left: keyof Conditions) =>
  parts.every((part) => part === left || a[part] === b[part]);

/** The preset that equals the conditions except for the seed; null for custom ones. */
export const presetOf = (conditions: Conditions): PresetName | null =>
  presetNames.find((name) => sameBut(presets[name].conditions, conditions, 'seed')) ?? null;

/** True when nothing goes wrong. */
export const isGood = (conditions: Conditions): boolean => presetOf(conditions) === 'good';

/** Conditions as text for a URL: `storm`, `storm,seed:7`, `latency:800,lost:5`. */
export function conditionsText(conditions: Conditions): string {
  const preset = presetOf(conditions);
  const base = presets[preset ?? 'good'].conditions;
  const others = parts.filter((part) => conditions[part] !== base[part]);
  return [...(preset ? [preset] : []), ...others.map((part) => `${part}:${String(conditions[part])}`)].join(',');
}

/** Parses such a text; null if it is invalid. */
export function conditionsIn(text: string): Conditions | null {
  const [first = '', ...rest] = text.split(',').map((part) => part.trim());
  const preset = presetNames.find((name) => name === first);
  const pairs = (preset ? rest : [first, ...rest]).map((part) => part.split(':'));
  if (pairs.some((pair) => pair.length !== 2 || pair[1] === '')) return null;
  const values = Object.fromEntries(pairs.map(([name = '', value]) => [name, Number(value)]));
  return conditionsSchema.safeParse({ ...presets[preset ?? 'good'].conditions, ...values }).data ?? null;
}
