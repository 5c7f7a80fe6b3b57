import { z } from 'zod';
import { durationModelSchema, type DurationModelView } from '#contract/durations.ts';

/** What a person types: minutes from the shortest to the longest scan, of each scope. */
export interface DurationFields {
  readonly criticalFrom: string;
  readonly criticalTo: string;
  readonly drivesFrom: string;
  readonly drivesTo: string;
}

export type DurationField = keyof DurationFields;

/** Where each field stands in the model: as the backend points at it. */
const pointers: Readonly<Record<DurationField, string>> = {
  criticalFrom: '/critical-areas/fromMinutes',
  criticalTo: '/critical-areas/toMinutes',
  drivesFrom: '/system-drives/fromMinutes',
  drivesTo: '/system-drives/toMinutes',
};

const fields: readonly DurationField[] = ['criticalFrom', 'criticalTo', 'drivesFrom', 'drivesTo'];

/** The field that an error of the backend belongs to, from its JSON pointer; null when there is none for it. */
export const fieldAt = (path: string): DurationField | null => fields.find((name) => pointers[name] === path) ?? null;

/** The model as the form shows it. */
export const toFields = (model: DurationModelView): DurationFields => ({
  criticalFrom: String(model['critical-areas'].fromMinutes),
  criticalTo: String(model['critical-areas'].toMinutes),
  drivesFrom: String(model['system-drives'].fromMinutes),
  drivesTo: String(model['system-drives'].toMinutes),
});

/** What is typed as a model, not yet judged: an empty field is no number. */
const toModel = (typed: DurationFields) => ({
  'critical-areas': { fromMinutes: minutesOf(typed.criticalFrom), toMinutes: minutesOf(typed.criticalTo) },
  'system-drives': { fromMinutes: minutesOf(typed.drivesFrom), toMinutes: minutesOf(typed.drivesTo) },
});

const minutesOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** The form's schema: what is typed, judged by the rules of the contract, each fault on its field. */
export const durationFieldsSchema = z
  .object({ criticalFrom: z.string(), criticalTo: z.string(), drivesFrom: z.string(), drivesTo: z.string() })
  .transform((typed, context): DurationModelView => {
    const judged = durationModelSchema.safeParse(toModel(typed));
    if (judged.success) return judged.data;
    for (const { path, message } of judged.error.issues) {
      const field = fieldAt(`/${path.join('/')}`);
      context.addIssue({ code: 'custom', message, path: field ? [field] : [] });
    }
    return z.NEVER;
  });
