import { expect, test } from './fixtures.ts';
import { readPolicy } from './policy-edits.ts';
import { api, fromTest, open } from './steps.ts';

const window = (start: unknown, end: unknown) => ({
  iocScanning: { scope: 'critical-areas', start: { mode: 'interval', window: { start, end } } },
  detectLegitimateApplications: false,
});
const additional = (value: object) => ({ settings: { additional: { value, lock: 'open' } } });

/** What is sent over the policy as it is, with which answer. */
const refused = [
  ['24:00 as a start', additional(window('24:00', '07:00')), 422, 'invalid-input'],
  ['7:5 as an end', additional(window('20:00', '7:5')), 422, 'invalid-input'],
  ['an empty time', additional(window('', '07:00')), 422, 'invalid-input'],
  ['equal times', additional(window('20:00', '20:00')), 422, 'invalid-input'],
  [
    'an unknown scope',
    additional({
      iocScanning: { scope: 'everything', start: { mode: 'manual' } },
      detectLegitimateApplications: false,
    }),
    422,
    'invalid-input',
  ],
  ['a name of 100 KB', { name: 'x'.repeat(100_000) }, 413, 'too-large'],
  ['an unknown field', { colour: 'red' }, 422, 'invalid-input'],
] as const;

test('bad input straight at the API is refused with its kind, and changes nothing', async ({ page }) => {
  await open(page, '/groups/berlin/policies');
  const before = await api(page, 'GET', '/policies/berlin');
  const { draft: valid } = await readPolicy(page, 'berlin');
  const tag = { 'if-match': before.etag ?? '' };
  const put = (path: string, body: unknown, headers: Record<string, string>) =>
    api(page, 'PUT', path, { body, headers });

  for (const [what, change, code, kind] of refused) {
    const body = {
      ...valid,
      ...change,
      settings: { ...valid.settings, ...('settings' in change ? change.settings : {}) },
    };
    const answer = await put('/policies/berlin', body, tag);
    expect.soft([answer.status, answer.body], what).toMatchObject([code, { type: `/problems/${kind}`, status: code }]);
  }
  const unconditional = await put('/policies/berlin', valid, {});
  expect.soft(unconditional).toMatchObject({ status: 428, body: { type: '/problems/if-match-required' } });
  const stale = await put('/policies/berlin', valid, { 'if-match': '"0"' });
  expect.soft(stale).toMatchObject({ status: 412, body: { type: '/problems/revision-changed' } });
  const nowhere = await put('/policies/no-such-policy', valid, tag);
  expect.soft(nowhere).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
  const preview = { start: { mode: 'manual' }, from: '2026-11-24T18:00:00Z', to: '2026-11-25T18:00:00Z' };
  const zone = await api(page, 'POST', '/preview', { body: { ...preview, timeZone: 'Europe/Atlantis' } });
  expect.soft(zone).toMatchObject({
    status: 422,
    body: { type: '/problems/invalid-input', errors: [{ path: '/timeZone' }] },
  });
  const broken = await page.evaluate(
    async (headers) => {
      const answer = await fetch('/api/v1/policies/berlin', { method: 'PUT', headers, body: '{"name": ' });
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
    { 'if-match': before.etag ?? '', 'content-type': 'application/json', [fromTest]: '1' },
  );
  expect.soft(broken).toMatchObject({ status: 400, body: { type: '/problems/malformed-request' } });

  expect(await api(page, 'GET', '/policies/berlin')).toEqual(before);
});
