import { z } from 'zod';
import type { IocScanning } from '#domain/policy/settings.ts';
import { equalTimesMessage, proposedWindow, readTimeOfDay, type ScanStart } from '#domain/schedule/scan-start.ts';

/** The dialog's fields: what a person types, before it is a time. */
export interface IocForm {
  readonly scope: IocScanning['scope'];
  readonly mode: ScanStart['mode'];
  readonly start: string;
  readonly end: string;
}

const timeMessage = 'Enter a time from 00:00 to 23:59, for example 20:00 or 2000.';

/** The times matter only while the interval is chosen; then both must be times, and differ. */
export const iocFormSchema = z
  .object({
    scope: z.enum(['system-drives', 'critical-areas']),
    mode: z.enum(['manual', 'immediate', 'interval']),
    start: z.string(),
    end: z.string(),
  })
  .superRefine((form, context) => {
    if (form.mode !== 'interval') return;
    const start = readTimeOfDay(form.start);
    const end = readTimeOfDay(form.end);
    if (!start) context.addIssue({ code: 'custom', path: ['start'], message: timeMessage });
    if (!end) context.addIssue({ code: 'custom', path: ['end'], message: timeMessage });
    if (start && start === end) context.addIssue({ code: 'custom', path: ['end'], message: equalTimesMessage });
  });

/** The settings as the form shows them; 20:00–07:00 is proposed where no interval was set. */
export function toForm({ scope, start }: IocScanning): IocForm {
  const window = start.mode === 'interval' ? start.window : proposedWindow;
  return { scope, mode: start.mode, start: window.start, end: window.end };
}

/** The settings that the form says, or null while its times are not valid. */
export function toSettings(form: IocForm): IocScanning | null {
  if (!iocFormSchema.safeParse(form).success) return null;
  if (form.mode !== 'interval') return { scope: form.scope, start: { mode: form.mode } };
  const start = readTimeOfDay(form.start);
  const end = readTimeOfDay(form.end);
  return start && end ? { scope: form.scope, start: { mode: 'interval', window: { start, end } } } : null;
}
