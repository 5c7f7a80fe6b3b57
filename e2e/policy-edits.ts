import { expect, type Page } from '@playwright/test';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import type { SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import { bodyOf } from '#mocks/testing/policy-body.ts';
import { api } from './steps.ts';

type Edit = (was: PolicyUpdate) => PolicyUpdate;
export type Start = SettingsValues['additional']['iocScanning']['start'];

/** A policy as the backend has it now, and as a save that changes nothing would send it. */
export async function readPolicy(page: Page, id: string) {
  const { body, etag } = await api(page, 'GET', `/policies/${id}`);
  // The tests' own backend keeps to its contract; the unit tests hold it against the schemas.
  const view = body as PolicyView;
  return { view, draft: bodyOf(view), etag: etag ?? '' };
}

/** Saves a policy through the API, as somebody in another place would. @param user who, or the first of the users */
export async function savePolicy(page: Page, id: string, edit: Edit, user?: string) {
  const { draft, etag } = await readPolicy(page, id);
  const headers = { 'if-match': etag, ...(user === undefined ? {} : { 'x-vesper-user': user }) };
  const answer = await api(page, 'PUT', `/policies/${id}`, { body: edit(draft), headers });
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
}

/** One group of settings with another value, or another lock. */
export const withGroup =
  <G extends SettingsGroup>(group: G, change: Partial<PolicyUpdate['settings'][G]>): Edit =>
  (was) => ({ ...was, settings: { ...was.settings, [group]: { ...was.settings[group], ...change } } });

export const aStart = (start: Start, scope: 'critical-areas' | 'system-drives' = 'critical-areas') => ({
  iocScanning: { scope, start },
  detectLegitimateApplications: false,
});

export const manually: Start = { mode: 'manual' };

/** `between('20:00', '07:00')` */
export const between = (start: string, end: string): Start =>
  // The backend parses the times again.
  ({ mode: 'interval', window: { start, end } }) as Start;

export const allLocks =
  (lock: 'open' | 'closed'): Edit =>
  (was) => ({
    ...was,
    settings: {
      actions: { ...was.settings.actions, lock },
      authentication: { ...was.settings.authentication, lock },
      additional: { ...was.settings.additional, lock },
    },
  });

export const deletePolicy = async (page: Page, id: string) => {
  const { etag } = await readPolicy(page, id);
  expect((await api(page, 'DELETE', `/policies/${id}`, { headers: { 'if-match': etag } })).status).toBe(200);
};
