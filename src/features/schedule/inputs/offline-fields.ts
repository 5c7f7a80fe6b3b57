import { z } from 'zod';
import { forecastBody } from '#contract/forecast.ts';
import { numberOf } from './detection-fields.ts';
import type { Offline } from './inputs.ts';

/** What a person fills in. */
export interface OfflineFields {
  readonly kind: 'as-now' | 'returns' | 'never';
  readonly percent: string;
  readonly hours: string;
}

/** The share as the form shows it; 8 % for a day is proposed where none was set. */
export const toOfflineFields = (offline: Offline): OfflineFields =>
  offline.kind === 'as-now'
    ? { kind: 'as-now', percent: '8', hours: '24' }
    : {
        kind: offline.hours === null ? 'never' : 'returns',
        percent: String(offline.percent),
        hours: String(offline.hours ?? 24),
      };

/** The form's schema, by the rules of the contract. */
export const offlineFieldsSchema = z
  .object({ kind: z.enum(['as-now', 'returns', 'never']), percent: z.string(), hours: z.string() })
  .transform(({ kind, percent, hours }, context): Offline => {
    if (kind === 'as-now') return { kind };
    const offline = {
      kind: 'share' as const,
      percent: numberOf(percent),
      hours: kind === 'never' ? null : numberOf(hours),
    };
    const parsed = forecastBody.shape.offline.safeParse(offline);
    if (parsed.success) return offline;
    for (const { path, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', message: friendly(message), path: path.map(String) });
    return z.NEVER;
  });

/** What is no number is told in words. */
const friendly = (message: string) => (message.includes('NaN') ? 'Enter a number.' : message);
