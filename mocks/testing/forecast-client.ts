import { operations } from '#contract/operations.ts';
import type { WhatIfAnswer, WhatIfRun } from '#contract/what-if.ts';
import type { IocScanning } from '#domain/policy/settings.ts';
import type { createTestApp } from '#mocks/testing/test-app.ts';
import { collections } from '#backend/ports/store.ts';

// The words in which the tests ask what-ifs.

export type Backend = ReturnType<typeof createTestApp>;

/** A question as it is sent. */
export type Sent = Readonly<Record<string, unknown>> & {
  readonly draft?:
    { readonly kind: 'hand-set'; readonly scanning: IocScanning } | { readonly kind: 'draft'; readonly write: object };
};

/** A what-if that is answered; its answer is held against the contract. */
export async function ask(backend: Backend, question: Sent): Promise<WhatIfAnswer> {
  const { status, body } = await backend.request('POST', '/what-if', { body: JSON.stringify(question) });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return operations.whatIf.answer.parse(body);
}

/** A page of runs, and how many there are in all. */
export async function askRuns(backend: Backend, question: Sent): Promise<{ rows: WhatIfRun[]; total: number }> {
  const { status, body } = await backend.request('POST', '/what-if/runs', { body: JSON.stringify(question) });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return operations.whatIfRuns.answer.parse(body);
}

export const everywhere = { kind: 'group', groupId: 'managed-devices' };
export const at = (...instants: string[]) => ({ kind: 'at', instants });
export const noon = at('2026-11-24T12:00:00Z');

/** Everything that the store holds, as text. */
export const contents = async ({ store }: Backend): Promise<string> =>
  JSON.stringify(await Promise.all(collections.map((collection) => store.all(collection))));
