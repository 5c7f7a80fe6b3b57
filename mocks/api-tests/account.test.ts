import { describe, expect, test, vi } from 'vitest';
import { operations } from '#contract/operations.ts';
import { deviceIdSchema, policyIdSchema } from '#domain/ids.ts';
import { createBackend } from '#backend/app.ts';
import { quickPasswords, createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';
import { makeWorld, recipeOf } from '../seed/scenarios.ts';
import { openStore } from '../adapters/indexeddb/indexed-db-store.ts';
import { collections, type Store } from '#backend/ports/store.ts';

const password = 'Correct-Horse-7-Battery';
const chosen = { password, confirmation: password };
const baseline = { policyId: policyIdSchema.parse('baseline') };
const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];

async function renewed() {
  const backend = createTestApp();
  await backend.call('deleteAccount');
  const { body } = await backend.call('createAccount', { body: chosen });
  return { backend, credential: body.credential };
}

describe('the special account', () => {
  test('its deletion is one entry of the audit log that cannot be undone, and it can be created again', async () => {
    const backend = createTestApp();
    expect((await backend.call('account')).body).toEqual({
      exists: true,
      createdAt: '2026-04-01T08:00:00.000Z',
      createdBy: 'M. Admin',
      credential: 'account-2026',
      usedBy: { policies: expect.any(Number) as number, devices: 0 },
    });
    backend.signIn('j-keller');
    expect((await backend.call('deleteAccount')).body).toEqual({
      exists: false,
      createdAt: null,
      createdBy: null,
      credential: null,
      usedBy: { policies: 0, devices: 0 },
    });
    const created = await backend.call('createAccount', { body: chosen });
    expect(created).toMatchObject({ status: 201, body: { exists: true, createdBy: 'J. Keller' } });
    expect((await backend.call('auditLog')).body.rows).toMatchObject([
      { action: 'Special account created', objects: [{ kind: 'account' }], undoable: false },
      { action: 'Special account deleted', by: 'J. Keller', undoable: false },
    ]);
  });

  test('a check accepts its password only, and returns the credential for a policy', async () => {
    const { backend, credential } = await renewed();
    const check = async (typed: string) =>
      (await backend.call('checkAccountPassword', { body: { password: typed } })).body;
    expect(await check(password)).toEqual({ matches: true, credential });
    expect(await check(`${password} `)).toEqual({ matches: false, credential: null });
  });

  test('the account of the scenarios has the documented password', async () => {
    const { body } = await createTestApp().call('checkAccountPassword', { body: { password: 'Vesper-2026!' } });
    expect(body).toEqual({ matches: true, credential: 'account-2026' });
  });

  test('after it is recreated, no policy matches until it has the new credential', async () => {
    const { backend, credential } = await renewed();
    const detect = () =>
      backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ber-ws-0001'), objects } });
    expect(JSON.stringify((await detect()).body.missing)).toContain('password-does-not-match');
    const { body, etag } = await backend.call('policy', { params: baseline });
    const saving = (id: string) =>
      backend.request('PUT', '/policies/baseline', {
        ifMatch: etag ?? '',
        body: JSON.stringify({
          ...bodyOf(body),
          settings: {
            ...bodyOf(body).settings,
            authentication: { ...bodyOf(body).settings.authentication, value: { credential: id } },
          },
        }),
      });
    expect(await saving('account-of-nobody')).toMatchObject({ status: 422 });
    expect(await saving(credential)).toMatchObject({ status: 200 });
    expect((await detect()).body.missing).toEqual([]);
    expect((await backend.call('auditLog')).body.rows[0]?.lines).toEqual([
      { object: 'Baseline', setting: 'Account password', from: 'set', to: 'set anew' },
    ]);
  });

  test('only one can exist, and without it checking and deleting fail', async () => {
    const backend = createTestApp();
    const conflict = { status: 409, body: { type: '/problems/state-forbids' } };
    const send = (method: string, path: string, body?: object) =>
      backend.request(method, path, body ? { body: JSON.stringify(body) } : {});
    expect(await send('POST', '/account', chosen)).toMatchObject(conflict);
    await backend.call('deleteAccount');
    expect(await send('DELETE', '/account')).toMatchObject(conflict);
    expect(await send('POST', '/account/check', { password })).toMatchObject(conflict);
  });

  test.each([
    ['too short', { password: 'Aa1!', confirmation: 'Aa1!' }, ['/password']],
    ['of two kinds', { password: 'aaaaaaaa1', confirmation: 'aaaaaaaa1' }, ['/password']],
    ['typed differently', { password, confirmation: 'Correct-Horse-8' }, ['/confirmation']],
    ['weak and typed differently', { password: 'Aa1!', confirmation: 'Aa1?' }, ['/password', '/confirmation']],
    ['missing', { confirmation: password }, ['/password']],
  ])('a password that is %s is refused on its field, and is not in the answer', async (_, body, paths) => {
    const backend = createTestApp();
    await backend.call('deleteAccount');
    const reply = await backend.request('POST', '/account', { body: JSON.stringify(body) });
    expect(reply).toMatchObject({ status: 422, body: { errors: paths.map((path) => ({ path })) } });
    expect(JSON.stringify(reply.body)).not.toContain(body.confirmation);
    expect((await backend.call('account')).body.exists).toBe(false);
  });
});

test('a password is write-only: no answer, record, database or console output contains it', async () => {
  const spies = (['log', 'info', 'debug', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level));
  const now = Date.parse('2026-11-24T12:00:00Z');
  const store = await openStore('write-only', recipeOf('small'), now);
  const app = createBackend({
    store,
    realNow: () => now,
    passwords: quickPasswords,
    makeWorld,
    reportError: console.error,
  });
  const send = async (method: string, path: string, body?: object) => {
    const response = await app.request(`/api/v1${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: response.status, text: await response.text() };
  };
  await send('DELETE', '/account');
  const answers = [
    await send('POST', '/account', chosen),
    await send('POST', '/account', chosen),
    await send('POST', '/account/check', { password }),
    await send('POST', '/account', { ...chosen, confirmation: 'other' }),
    await send('POST', '/account/check', { password, other: password }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 409, 200, 422, 422]);
  await send('POST', '/detections', { deviceId: 'lab-ws-0001', objects });
  await send('POST', '/detections', { deviceId: 'ber-ws-0001', objects });

  const [revision] = await store.all('revisions');
  const ids: Record<string, string> = {
    groupId: 'managed-devices',
    deviceId: 'ber-ws-0001',
    policyId: 'baseline',
    taskId: 'task-0001',
    changeId: 'change-000001',
    settingsGroup: 'authentication',
    number: String(revision?.number ?? 1),
  };
  for (const { method, path } of Object.values(operations)) {
    if (method !== 'GET') continue;
    answers.push(
      await send(
        'GET',
        path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'unknown'),
      ),
    );
  }
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(15);

  const recordsOf = (stored: Store) => Promise.all(collections.map((collection) => stored.all(collection)));
  const reopened = await openStore('write-only', recipeOf('small'), now);
  expect(JSON.stringify(await recordsOf(reopened))).toBe(JSON.stringify(await recordsOf(store)));
  const written = JSON.stringify([answers, await recordsOf(store), await recordsOf(reopened)]);
  expect(written).toContain('Special account created');
  for (const trace of [password, password.slice(0, 13), btoa(password)]) expect(written).not.toContain(trace);
  expect(JSON.stringify(spies.flatMap((spy) => spy.mock.calls))).not.toContain(password);
  expect((await reopened.get('server', 'server'))?.account).toMatchObject({ iterations: 1_000 });
});
