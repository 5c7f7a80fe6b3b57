import fc from 'fast-check';
import { expect, test } from 'vitest';
import { triableOperations, type EffectsView } from '#contract/effects.ts';
import { sameValue, settingsGroups } from '#domain/policy/settings.ts';
import { hasStarted, startOf } from '#domain/response/run.ts';
import { createTestApp } from '../testing/test-app.ts';
import { anEdit, everything, faultsOf, pick, send, writeOf } from '../testing/random-edits.ts';
import { effectiveSettingOn, loadFleet } from '#backend/queries/fleet-snapshot.ts';
import { allRunsOf } from '#backend/queries/testing/all-runs.ts';
import type { Store } from '#backend/ports/store.ts';
import { caseCount } from '../testing/depth.ts';

type Tested = ReturnType<typeof createTestApp>;
const nowMs = Date.parse('2026-11-24T12:00:00Z');

async function answersForEveryDevice(backend: Tested) {
  for (const { id } of await backend.store.all('devices')) {
    const { status, body } = await backend.request('GET', `/devices/${id}/settings`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ additional: { source: {}, value: {} }, actions: { source: {} } });
  }
}

/** Every revision of every object that is there. */
async function restorable(backend: Tested) {
  const alive = new Set([
    ...(await backend.store.all('policies')).map(({ id }) => `policy/${id}`),
    ...(await backend.store.all('groups')).map(({ id }) => `group/${id}`),
    ...(await backend.store.all('devices')).map(({ id }) => `device/${id}`),
  ]);
  return (await backend.store.all('revisions')).filter(({ object }) => alive.has(object));
}

test(
  'after random writes in any order, the world is consistent and every revision can be restored',
  { timeout: 60_000 },
  async () => {
    const undo = fc.record({ verb: fc.constant('undo' as const), a: fc.nat(40) });
    const seen = { done: 0, refused: 0, undone: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 6, arbitrary: anEdit }, undo), { minLength: 15, maxLength: 15 }),
        async (edits) => {
          const backend = createTestApp();
          const { store } = backend;
          for (const edit of edits) {
            const before = await everything(store);
            const log = await store.all('changes');
            if (edit.verb === 'undo' && log.length === 0) continue;
            const reply =
              edit.verb === 'undo'
                ? await backend.request('POST', `/changes/${pick(log, edit.a).id}/undo`)
                : await send(backend, await writeOf(store, edit), edit.c % 12 === 11 ? '"99"' : '*');
            expect(reply.status).toBeLessThan(500);
            if (reply.status >= 400) expect(await everything(store)).toBe(before);
            else if (edit.verb === 'undo') seen.undone += 1;
            seen[reply.status < 400 ? 'done' : 'refused'] += 1;
            expect(await faultsOf(store)).toEqual([]);
          }
          await answersForEveryDevice(backend);
          for (const { object, number } of await restorable(backend)) {
            const { status } = await backend.request('POST', `/history/${object}/${number}/restore`, { ifMatch: '*' });
            expect(status).toBe(200);
          }
          expect(await faultsOf(store)).toEqual([]);
        },
      ),
      { numRuns: caseCount(200), seed: 2026 },
    );
    expect(Math.min(seen.done, seen.refused, seen.undone)).toBeGreaterThan(caseCount(100));
  },
);

/** What holds on every device, and when every run that waits for nobody but its time would start. */
async function stateOf(store: Store) {
  const fleet = await loadFleet({ store });
  const current = new Map(
    (await store.all('devices')).map((device) => {
      const value = <G extends (typeof settingsGroups)[number]>(group: G) =>
        effectiveSettingOn(fleet, device, group).winner.value;
      return [
        device.id,
        { actions: value('actions'), authentication: value('authentication'), additional: value('additional') },
      ];
    }),
  );
  return { held: current, runs: new Map((await allRunsOf(store)).map((run) => [run.id, run])) };
}

test('a dry run lists exactly what the write then changes', { timeout: 60_000 }, async () => {
  const seen = { devices: 0, runs: 0, tried: new Set<string>() };
  const objects = [{ fileName: 'invoice.scr', path: '', md5: '0123456789abcdef0123456789abcdef' }];
  await fc.assert(
    fc.asyncProperty(fc.array(anEdit, { minLength: 8, maxLength: 8 }), async (edits) => {
      const backend = createTestApp(new Date(nowMs).toISOString());
      const { store } = backend;
      for (const deviceId of ['ktm-lt-0001', 'ber-ws-0001']) {
        await backend.request('POST', '/detections', { body: JSON.stringify({ deviceId, objects }) });
      }
      for (const edit of edits) {
        const write = await writeOf(store, edit);
        const tried = await backend.request('POST', '/dry-run', { body: JSON.stringify(write) });
        const before = await stateOf(store);
        const reply = await send(backend, write);
        expect(tried.status < 400).toBe(reply.status < 400);
        if (reply.status >= 400) continue;
        const effects = tried.body as EffectsView;
        const after = await stateOf(store);
        const changed = [...after.held].filter(([id, is]) => {
          const was = before.held.get(id) ?? is;
          return settingsGroups.some((group) => !sameValue(group, was[group], is[group]));
        });
        const moved = [...after.runs].filter(([id, is]) => {
          const was = before.runs.get(id) ?? is;
          return !hasStarted(was, nowMs) && startOf(was) !== startOf(is);
        });
        expect(effects.devices.first.map(({ id }) => id).sort()).toEqual(changed.map(([id]) => id).sort());
        expect(effects.devices.total).toBe(changed.length);
        expect(effects.runs.first.map(({ id }) => id).sort()).toEqual(moved.map(([id]) => id).sort());
        seen.devices += changed.length;
        seen.runs += moved.length;
        seen.tried.add(write.operation);
      }
    }),
    { numRuns: caseCount(150), seed: 2026 },
  );
  expect(seen.tried).toEqual(new Set(triableOperations));
  expect(Math.min(seen.devices, seen.runs)).toBeGreaterThan(caseCount(100));
});
