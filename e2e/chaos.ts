import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RandomGenerator } from '#mocks/testing/random-generator.ts';
import { api, open, signedInAs } from './steps.ts';

/** One who works in a tab of their own, in a storm, and what the backend said was saved. */
export interface Worker {
  readonly name: string;
  readonly page: Page;
  readonly acknowledged: { readonly policies: string[]; readonly groups: string[]; readonly tasks: string[] };
}

export async function workerAt(page: Page, user: { id: string; name: string }, seed: number): Promise<Worker> {
  await signedInAs(page, user.id);
  await open(page, `/groups/labs/policies?conditions=storm,seed:${String(seed)}`, 'small');
  return { name: user.name, page, acknowledged: { policies: [], groups: [], tasks: [] } };
}

/** A write as the console makes it: named by a key, and sent again under the same one until something is answered. */
async function written(page: Page, path: string, body: unknown): Promise<{ status: number; body: unknown } | null> {
  const headers = { 'idempotency-key': randomUUID() };
  for (let tries = 0; tries < 12; tries += 1) {
    try {
      const answer = await api(page, 'POST', path, { body, headers });
      if (answer.status < 500 && answer.status !== 429) return answer;
    } catch {
      // Cut off or lost on its way: whether it was done, the next answer under this key says.
    }
  }
  return null;
}

/** Presses what was just in sight; in a storm it may be gone or out of use by then, and what comes next is looked at anew. */
const press = (control: Locator) => control.click({ timeout: 5_000 }).catch(() => undefined);

/** Renames the policy of the labs in its window, merges where another was quicker, and gives up where nothing gets through. */
export async function renamePolicy({ page, acknowledged }: Worker, name: string): Promise<void> {
  await page.goto('/groups/labs/policies?scenario=small&policy=labs&section=general');
  const window = page.getByRole('dialog', { name: /^Properties: / });
  const field = window.getByLabel('Name', { exact: true });
  const saved = window.getByText('Everything is saved');
  const choice = window.getByRole('radiogroup', { name: 'General' });
  const discard = page.getByRole('button', { name: 'Discard' });
  for (let tries = 0; tries < 8; tries += 1) {
    const retry = page.getByRole('button', { name: 'Retry' }).first();
    await field.or(retry).or(discard).first().waitFor({ timeout: 60_000 });
    if (await discard.isVisible()) await press(discard.first());
    if (await retry.isVisible()) await press(retry);
    if (await field.isVisible()) break;
  }
  if (!(await field.isVisible())) return;
  await field.fill(name);
  for (let tries = 0; tries < 8; tries += 1) {
    const merge = window.getByRole('button', { name: 'Save merged' });
    if (await choice.isVisible()) {
      await press(choice.getByRole('radio', { name: 'Mine' }));
      await press(merge);
    } else {
      await press(window.getByRole('button', { name: 'Apply' }));
    }
    await saved.or(merge).or(window.getByRole('alert')).first().waitFor({ timeout: 60_000 });
    if (await saved.isVisible()) {
      acknowledged.policies.push(name);
      return;
    }
    expect(await field.inputValue(), 'what was typed stays').toBe(name);
  }
}

export async function createGroup({ page, acknowledged }: Worker, name: string): Promise<void> {
  const answer = await written(page, '/groups/offices/groups', { name });
  if (answer?.status === 201) acknowledged.groups.push(name);
}

export async function detect({ page, acknowledged }: Worker, fileName: string): Promise<void> {
  const objects = [{ fileName, md5: 'a'.repeat(32) }];
  const answer = await written(page, '/detections', { deviceId: 'ber-ws-0001', objects });
  const taskId = (answer?.body as { taskId?: string | null } | undefined)?.taskId;
  if (answer?.status === 201 && taskId) acknowledged.tasks.push(taskId);
}

/** What somebody does who only looks around: leaves in the middle, goes back, reloads, asks for a search. */
export async function wander({ page }: Worker, draw: RandomGenerator): Promise<void> {
  const ways = [
    () => page.reload(),
    () => page.goBack(),
    () => page.goto('/groups/offices/schedule?scenario=small'),
    () => page.goto('/groups/berlin/tasks?scenario=small'),
    () => page.goto('/audit?scenario=small'),
    () => page.keyboard.press('Control+k'),
    () => page.keyboard.press('Escape'),
  ];
  await ways[Math.floor(draw() * ways.length)]?.();
}
