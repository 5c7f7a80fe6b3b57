import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planStarts } from '#backend/planner/bulk-plan.ts';
import { segmentsAt, type DeviceColumns } from '#backend/planner/pairs.ts';
import { binMs, createdAtMs } from './bench-fleet.ts';

const source = 'backend/planner/bench/reference.c';

/**
 * The same plan by the program in C: nanoseconds of processor time a start, with the keys at hand and from the ids.
 * @returns null where there is no gcc.
 * @throws when the program does not come to the same starts and the same histogram: then it is no measure.
 */
export function measureC(fleet: DeviceColumns, task: number): { keysNs: number; idsNs: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'vesper-bench-'));
  try {
    const program = join(folder, 'reference');
    const built = spawnSync('gcc', ['-O3', '-o', program, source], { encoding: 'utf8' });
    if (built.error) return null;
    if (built.status !== 0) throw new Error(`gcc does not build ${source}: ${built.stderr}`);
    const { offsetsMs, histogram } = planStarts(fleet, { createdAtMs, task, binMs });
    const windows = segmentsAt(fleet, createdAtMs).flatMap(({ opensAtMs, closesAtMs }) => [
      opensAtMs - createdAtMs,
      closesAtMs - opensAtMs,
    ]);
    const figures = [offsetsMs.length, 15, task, binMs, histogram.length, ...windows];
    const { stdout } = spawnSync(program, figures.map(String), { encoding: 'utf8' });
    const [keysNs = Number.NaN, idsNs = Number.NaN, offsets, bars] = stdout.split(' ').map(Number);
    const same =
      offsets === offsetsMs.reduce((sum, offset) => sum + offset, 0) &&
      bars === histogram.reduce((sum, starts, bar) => sum + starts * (bar + 1), 0);
    if (!same) throw new Error(`${source} does not plan what planStarts plans: ${stdout}`);
    return { keysNs, idsNs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
