import { expect, test } from 'vitest';
import { createBackend } from '#backend/app.ts';
import { quickPasswords } from '../testing/test-app.ts';
import { makeWorld } from '../seed/scenarios.ts';
import { atOnce } from '../seed/vocabulary.ts';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import { oneRun } from '#backend/queries/testing/all-runs.ts';

const noon = '2026-11-24T12:00:00Z';

test('a request uses one instant: nothing falls due between processing due detections and its own change', async () => {
  for (let seconds = 10; seconds < 100; seconds += 3) {
    let realMs = Date.parse(noon);
    const store = createMemoryStore(makeWorld('small', realMs));
    // Every look at the real clock costs a millisecond, which is 3.6 simulated seconds.
    const app = createBackend({
      store,
      realNow: () => (realMs += 1),
      passwords: quickPasswords,
      makeWorld,
      reportError: console.error,
    });
    const send = (method: string, path: string, body: object, ifMatch = '') =>
      app.request(`/api/v1${path}`, { method, body: JSON.stringify(body), headers: { 'if-match': ifMatch } });
    await send('POST', '/clock', { command: 'run', rate: 3600 });
    const at = new Date(Date.parse(noon) + seconds * 1_000).toISOString();
    await send('POST', '/detections', {
      deviceId: 'ber-ws-0001',
      at,
      objects: [{ fileName: 'a', md5: 'a'.repeat(32) }],
    });
    const additional = { iocScanning: { scope: 'critical-areas', start: atOnce }, detectLegitimateApplications: false };
    await send('PUT', '/devices/ber-ws-0001/settings', { additional }, '"0"');
    realMs += 60_000;
    await app.request('/api/v1/clock');
    const savedAtMs = (await store.get('localSettings', 'ber-ws-0001'))?.modifiedAtMs ?? 0;
    const run = await oneRun(store, 'task-0001.ber-ws-0001');
    expect(run?.plan, at).toMatchObject({ because: 'immediate', startMs: Math.max(savedAtMs, Date.parse(at)) });
  }
});
