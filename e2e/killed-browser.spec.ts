import type { Page } from '@playwright/test';
import { deep, expect, test } from './fixtures.ts';
import { api, group, open } from './steps.ts';

interface Policy {
  readonly name: string;
  readonly status: string;
  readonly inherit: boolean;
  readonly force: boolean;
  readonly revision: number;
  readonly settings: Record<string, { readonly own: object }>;
}
interface Revisions {
  readonly rows: readonly {
    readonly number: number;
    readonly changes: readonly { readonly setting: string; readonly from: string; readonly to: string }[];
  }[];
}

const rounds = deep ? 48 : 6;
/** Delays between the save and the end, in milliseconds: the same in every run (a linear congruence from a seed). */
const delays = Array.from({ length: rounds }).reduce<number[]>((all) => [...all, next(all.at(-1) ?? 7)], []);
function next(seed: number) {
  return (seed * 5 + 3) % 17;
}

/** Sends a save without waiting for its answer; the page notes in its tab's storage what was acknowledged. */
const fireSave = (page: Page, name: string, policy: Policy, etag: string) =>
  page.evaluate(
    ([newName, body, tag]) => {
      void fetch('/api/v1/policies/berlin', {
        method: 'PUT',
        headers: { 'if-match': tag, 'content-type': 'application/json' },
        body,
      }).then((answer) => {
        if (answer.ok) localStorage.setItem('acknowledged', newName);
      });
    },
    [name, bodyOf(policy, name), etag] as const,
  );

function bodyOf({ status, inherit, force, settings }: Policy, name: string) {
  const own = Object.fromEntries(Object.entries(settings).map(([group, state]) => [group, state.own]));
  return JSON.stringify({ name, status, inherit, force, settings: own });
}

test('a tab that is closed or reloaded between save and answer loses no acknowledged save', async ({
  context,
  page,
}) => {
  test.setTimeout(deep ? 600_000 : 150_000);
  let tab = page;
  await open(tab, '/groups/berlin/policies');
  let last = await read(tab);
  for (const [round, delay] of delays.entries()) {
    const name = `Berlin ${String(round)}`;
    await fireSave(tab, name, last.policy, last.etag);
    // Each round is killed at another moment between save and answer: real time is what is varied.
    await tab.waitForTimeout(delay);
    if (round % 2 === 0) {
      // The only page of its context: with it the worker that holds the backend dies.
      await tab.close();
      tab = await context.newPage();
      await open(tab, '/groups/berlin/policies');
    } else {
      await tab.reload();
      await expect(group(tab, 'Managed devices')).toBeVisible({ timeout: 20_000 });
    }
    const found = await read(tab);
    const acknowledged = await tab.evaluate(() => localStorage.getItem('acknowledged'));
    if (acknowledged === name) expect(found.policy.name, `round ${String(round)}`).toBe(name);
    // Kept whole or not at all: the policy and its history agree, and a save is one revision.
    const saved = found.policy.name === name;
    expect(found.policy.name, `round ${String(round)}`).toBe(saved ? name : last.policy.name);
    expect(found.policy.revision).toBe(last.policy.revision + (saved ? 1 : 0));
    expect(found.numbers).toEqual(Array.from({ length: found.policy.revision }, (_, i) => found.policy.revision - i));
    if (saved) expect(found.newest).toContainEqual({ setting: 'Name', from: last.policy.name, to: name });
    last = found;
  }
});

async function read(page: Page) {
  const { body, etag } = await api(page, 'GET', '/policies/berlin');
  const { rows } = (await api(page, 'GET', '/history/policy/berlin')).body as Revisions;
  const numbers = rows.map(({ number }) => number);
  return { policy: body as Policy, etag: etag ?? '', numbers, newest: rows[0]?.changes ?? [] };
}
