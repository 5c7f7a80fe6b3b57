import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { Job, Jobs } from './ports/jobs.ts';
import type { Passwords } from './ports/passwords.ts';
import { Problem } from './problem.ts';
import { simulatedNow } from './clock/simulated-clock.ts';
import type { ServerState, Store, User, World } from './ports/store.ts';

/** What every service works with: the store, real time, how passwords are kept, how a world is made anew, and who asks. Instants are epoch ms UTC. */
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
   * Does work while no other request changes the world, with the backend as of then. A request that is answered
   * `alongside` others has no turn of its own and must read what belongs together, and write, in one; any other has it.
   */
  readonly withLock: <T>(work: (context: RequestContext) => Promise<T>) => Promise<T>;
}

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
