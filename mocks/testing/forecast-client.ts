import { operations } from '#contract/operations.ts';
import type { Forecast, ForecastRun } from '#contract/forecast.ts';
import type { IocScanning } from '#domain/policy/settings.ts';
import type { createTestApp } from '#mocks/testing/test-app.ts';
import { collections } from '#backend/ports/store.ts';

// Requests forecasts in tests.

export type Backend = ReturnType<typeof createTestApp>;

/** A question as it is sent. */
export type Sent = Readonly<Record<string, unknown>> & {
  readonly draft?:
    { readonly kind: 'hand-set'; readonly scanning: IocScanning } | { readonly kind: 'draft'; readonly write: object };
};

/** A forecast, parsed by the schema of the contract. */
export async function ask(backend: Backend, question: Sent): Promise<Forecast> {
  const { status, body } = await backend.request('POST', '/forecast', { body: JSON.stringify(question) });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return operations.forecast.answer.parse(body);
}

/** A page of runs, and how many there are in all. */
export async function askRuns(backend: Backend, question: Sent): Promise<{ rows: ForecastRun[]; total: number }> {
  const { status, body } = await backend.request('POST', '/forecast/runs', { body: JSON.stringify(question) });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return operations.forecastRuns.answer.parse(body);
}

export const everywhere = { kind: 'group', groupId: 'managed-devices' };
export const at = (...instants: string[]) => ({ kind: 'at', instants });
export const noon = at('2026-11-24T12:00:00Z');

/** Everything that the store holds, as text. */
export const contents = async ({ store }: Backend): Promise<string> =>
  JSON.stringify(await Promise.all(collections.map((collection) => store.all(collection))));
