import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestContextFor, createTestApp } from '../testing/test-app.ts';
import { Problem } from '#backend/problem.ts';
import { everything } from '../testing/random-edits.ts';
import { smallWorld } from '../seed/small.ts';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import { planInventoryRows, readInventoryRows } from '#backend/queries/plan-inventory.ts';
import { aDamagedFile } from '../testing/damaged-files.ts';
import { caseCount } from '../testing/depth.ts';

const world = smallWorld(Date.parse('2026-11-24T12:00:00Z'));

/** What becomes of a file; null where it is refused as a whole, with a sentence. */
async function planOf(csv: string) {
  try {
    const job = { step: () => Promise.resolve() };
    const read = await readInventoryRows(requestContextFor(createMemoryStore(world)), csv);
    const { plan, errors } = await planInventoryRows(read, { ...world, number: 7, version: 0 }, job);
    const created = plan.rows.flatMap((row) => (row.kind === 'created' ? [row.after] : []));
    return { file: read.file, plan, created, errors };
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return null;
  }
}

test(
  'each of many damaged files is refused with a reason, or each of its lines is counted once',
  { timeout: 120_000 },
  async () => {
    const seen = { refused: 0, withErrors: 0, clean: 0 };
    await fc.assert(
      fc.asyncProperty(aDamagedFile, async (csv) => {
        const done = await planOf(csv);
        if (!done) {
          seen.refused += 1;
          return;
        }
        const { file, plan, created, errors } = done;
        seen[errors.length > 0 ? 'withErrors' : 'clean'] += 1;
        const valid = plan.rows.length;
        const wrong = new Set(errors.map(({ line }) => line));
        const unread = new Set(file.errors.map(({ line }) => line));
        expect(valid + wrong.size).toBe(file.rows.length + unread.size);
        for (const line of wrong) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(csv.split(/\r\n|\r|\n/).length);
        }
        const ids = [...world.devices, ...created].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const groups = new Set([...world.groups, ...plan.groups].map(({ id }) => id));
        for (const { after: device } of plan.rows) {
          expect(groups.has(device.groupId)).toBe(true);
          expect(device.name).not.toMatch(/[\p{Cc}\u202e\ufffd]/u);
        }
      }),
      { numRuns: caseCount(10_000), seed: 20_261_124 },
    );
    // Files that are all refused, or all clean, would prove little.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(caseCount(500));
  },
);

test(
  'each of many damaged files sent to the backend is imported as counted in its preview, or changes nothing',
  { timeout: 120_000 },
  async () => {
    const statuses = new Map<number, number>();
    let backend = createTestApp();
    let current = await everything(backend.store);
    await fc.assert(
      fc.asyncProperty(aDamagedFile, fc.nat(9), async (csv, fresh) => {
        if (fresh === 0) {
          backend = createTestApp();
          current = await everything(backend.store);
        }
        const before = (await backend.store.all('devices')).length;
        const looked = await backend.request('POST', '/inventory/preview', { body: csv });
        expect([200, 422]).toContain(looked.status);
        expect(await everything(backend.store)).toBe(current);
        const counts = { valid: 0, created: 0, updated: 0, newGroups: 0, ...(looked.body as object) };
        const { valid, created, updated, newGroups } = counts;
        const expected = new URLSearchParams(
          Object.entries({ valid, created, updated, newGroups }).map(([name, count]) => [name, String(count)]),
        );
        const reply = await backend.request('POST', `/inventory/import?${expected.toString()}`, { body: csv });
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        expect([200, 422]).toContain(reply.status);
        const after = await everything(backend.store);
        if (reply.status === 422) expect(after).toBe(current);
        else expect((await backend.store.all('devices')).length).toBe(before + created);
        current = after;
      }),
      { numRuns: caseCount(1_000), seed: 20_261_124 },
    );
    expect(Math.min(statuses.get(200) ?? 0, statuses.get(422) ?? 0)).toBeGreaterThan(caseCount(100));
  },
);
