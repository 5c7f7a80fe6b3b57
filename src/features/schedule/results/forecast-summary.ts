import type { Forecast } from '#contract/forecast.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/**
 * What is shown, in two sentences. Where the task would be that of a wider group, it says so: *A detection here creates a
 * task on 872 devices of Offices; shown are the 120 devices of this place.*
 */
export function forecastSummary({ task, devices, asOf }: Pick<Forecast, 'task' | 'devices' | 'asOf'>, zone: string) {
  const shown = formatCount(devices, ['device', 'devices']);
  const what =
    task && task.devices !== devices
      ? `A detection here creates a task on ${formatCount(task.devices, ['device', 'devices'])} of ${task.group.name}; shown are ${shown} of this place`
      : `Shown are ${shown}`;
  return `${what}, as of ${dayTimeIn(zone, asOf)} in ${zone}. Asking starts nothing and saves nothing.`;
}
