import { planStarts } from '#backend/planner/bulk-plan.ts';
import { deviceKeys } from '#backend/planner/device-keys.ts';
import { taskKey } from '../src/domain/schedule/moment.ts';
import { binMs, createdAtMs, fleetOf, idsOf } from './bench-fleet.ts';

// A process of its own, so that its peak is that of one plan: prints the megabytes of the process before and at its peak,
// and those of the columns, the starts and the histogram.
const mb = (bytes: number) => bytes / 1_000_000;
deviceKeys(['warm']);
const before = mb(process.memoryUsage().rss);
const fleet = fleetOf(idsOf(1_000_000));
const { offsetsMs, histogram } = planStarts(fleet, { createdAtMs, task: taskKey(1, 'task'), binMs });
const columns = [fleet.zoneOf, fleet.ruleOf, fleet.keys, offsetsMs, histogram];
console.log(
  JSON.stringify({
    before,
    peak: process.resourceUsage().maxRSS / 1000,
    columns: mb(columns.reduce((sum, { byteLength }) => sum + byteLength, 0)),
  }),
);
