import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { Job, Jobs } from './ports/jobs.ts';
import { createOverlayStore } from './ports/overlay-store.ts';
import type { Passwords } from './ports/passwords.ts';
import { Problem } from './problem.ts';
import { simulatedNow } from './clock/simulated-clock.ts';
import type { ServerState, Store, User, World } from './ports/store.ts';

/** What commands and queries work with. Instants are epoch milliseconds UTC. */
export interface RequestContext {
  /** Who is signed in. */
  readonly user: User;
  readonly store: Store;
  readonly realNow: () => number;
  readonly passwords: Passwords;
  readonly makeWorld: (scenario: string, realMs: number) => World;
  readonly jobs: Jobs;
  /** The work of this very request. */
  readonly job: Job;
  /**
   * Works while no other request changes the world, with the context as of then. Only a request that is answered
   * `alongside` others does not have the lock already: it must take it once for what it reads together and writes.
   */
  readonly withLock: <T>(work: (context: RequestContext) => Promise<T>) => Promise<T>;
}

/** A context whose holder has the lock: `withLock` takes it no second time. */
export function contextUnderLock(parts: Omit<RequestContext, 'withLock'>): RequestContext {
  const context: RequestContext = { ...parts, withLock: (work) => work(context) };
  return context;
}

/** A context whose writes go to a store over the real one, and nowhere else. */
export const contextOnOverlay = (context: RequestContext): RequestContext =>
  contextUnderLock({ ...context, store: createOverlayStore(context.store) });

/** The time zone that the server is said to be in: UTC where what is kept is none. */
export const serverZone = ({ timeZone }: Pick<ServerState, 'timeZone'>): string =>
  isTimeZone(timeZone) ? timeZone : 'UTC';

export async function loadServer({ store }: RequestContext): Promise<ServerState> {
  const server = await store.get('server', 'server');
  if (!server) throw new Problem('backend-failed', 'The store has no record of its server. Reset the demo data.');
  return server;
}

/** The simulated instant at which a request is answered. */
export async function currentTimeMs(context: RequestContext): Promise<number> {
  return simulatedNow((await loadServer(context)).clock, context.realNow());
}
