import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operations } from '#contract/operations.ts';
import type { PolicyFile } from '#contract/policy-file.ts';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { requestContextFor, createTestApp } from '../testing/test-app.ts';
import { Problem } from '#backend/problem.ts';
import { parseBody } from '#backend/parsing/parse-request.ts';
import { importPolicy } from '#backend/commands/import-policy.ts';
import { createOverlayStore } from '#backend/ports/overlay-store.ts';
import { caseCount } from '../testing/depth.ts';

const labs = { groupId: groupIdSchema.parse('labs') };
const exported = async (backend: ReturnType<typeof createTestApp>, id: string): Promise<PolicyFile> =>
  (await backend.call('exportPolicy', { params: { policyId: policyIdSchema.parse(id) } })).body;

describe('exporting and importing', () => {
  test.each(['baseline', 'berlin', 'labs', 'travellers'])('%s is imported as it was exported', async (id) => {
    const backend = createTestApp();
    const file = await exported(backend, id);
    const { body, status } = await backend.call('importPolicy', { params: labs, body: file });
    expect([status, body.status]).toEqual([201, 'inactive']);
    expect(await exported(backend, body.id)).toEqual({ ...file, name: id === 'labs' ? 'Labs (1)' : file.name });
  });

  test('a file contains neither a password nor a credential', async () => {
    const text = JSON.stringify(await exported(createTestApp(), 'baseline'));
    expect(text).not.toMatch(/credential|account-2026/);
    expect(JSON.parse(text)).toMatchObject({ settings: { authentication: { lock: 'closed' } } });
  });

  test.each([
    ['of another version', (file: object) => ({ ...file, version: 2 }), '/version', /version 1/],
    ['that is something else', () => ({ hello: 1 }), '/format', /not an exported policy/],
    ['with a key too many', (file: object) => ({ ...file, extra: 1 }), '/', /extra/],
    ['with a prototype', (file: object) => ({ ...file, ['__proto__']: { inherit: false } }), '/', /__proto__/],
    ['with a credential', (file: PolicyFile) => withCredential(file), '/settings/authentication', /value/],
  ])('a file %s is refused with the path and the reason, and nothing changes', async (_, spoil, path, reason) => {
    const backend = createTestApp();
    const before = await backend.store.all('policies');
    const body = JSON.stringify(spoil(await exported(backend, 'berlin')));
    const reply = await backend.request('POST', '/groups/labs/policies/import', { body });
    expect(reply).toMatchObject({ status: 422 });
    const { errors } = reply.body as { errors: { path: string; message: string }[] };
    expect(errors.find((error) => error.path === path)?.message).toMatch(reason);
    expect(await backend.store.all('policies')).toEqual(before);
  });
});

const withCredential = (file: PolicyFile) => ({
  ...file,
  settings: { ...file.settings, authentication: { lock: 'open', value: { credential: 'account-2026' } } },
});

/** A JSON value with one place in it replaced, taken away or added to. */
function mutated(value: unknown, path: readonly number[], put: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return put;
  const keys = Object.keys(value);
  const [first = 0, ...rest] = path;
  const key = keys[first % (keys.length + 1)];
  if (key === undefined) return { ...value, [JSON.stringify(put).slice(0, 12)]: put };
  const inner = mutated(Reflect.get(value, key), rest, put);
  if (Array.isArray(value)) return value.map((item: unknown, i) => (String(i) === key ? inner : item));
  return { ...value, [key]: inner };
}

test(
  'each of many damaged documents is refused with reasons, or becomes one valid policy',
  { timeout: 30_000 },
  async () => {
    const backend = createTestApp();
    const valid = await Promise.all(['baseline', 'berlin', 'labs', 'travellers'].map((id) => exported(backend, id)));
    const words = fc.constantFrom(
      'open',
      'closed',
      '20:00',
      '07:00',
      'manual',
      'group-ioc-scan',
      'Labs',
      'x'.repeat(101),
    );
    const anything = fc.oneof(fc.jsonValue(), words, fc.constantFrom(true, false, 1, 2, null));
    const mutant = fc
      .tuple(
        fc.constantFrom(...valid),
        fc.array(fc.tuple(fc.array(fc.nat(9), { maxLength: 6 }), anything), { maxLength: 2 }),
      )
      .map(([file, edits]) => edits.reduce<unknown>((now, [path, put]) => mutated(now, path, put), file));
    const before = await backend.store.all('policies');
    const seen = { refused: 0, imported: 0 };
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: mutant }, fc.jsonValue()), async (document) => {
        const store = createOverlayStore(backend.store);
        try {
          const body = parseBody(operations.importPolicy.body, document);
          const view = await importPolicy(requestContextFor(store), { params: labs, query: {}, body });
          operations.policy.answer.parse(view);
          expect(await store.all('policies')).toHaveLength(before.length + 1);
          seen.imported += 1;
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(error.kind).toBe('invalid-input');
          expect(error.errors.length).toBeGreaterThan(0);
          expect(await store.all('policies')).toEqual(before);
          seen.refused += 1;
        }
      }),
      { numRuns: caseCount(10_000), seed: 2026 },
    );
    expect(seen.imported).toBeGreaterThan(caseCount(1000));
    expect(seen.refused).toBeGreaterThan(caseCount(1000));
  },
);
