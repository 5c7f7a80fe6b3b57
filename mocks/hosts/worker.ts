import '#contract/without-eval.ts';
import { expose } from 'comlink';
import { createBackend } from '#backend/app.ts';
import { pbkdf2Passwords } from '#backend/ports/passwords.ts';
import { scenarioNamed } from '#contract/scenario-names.ts';
import { makeWorld, recipeOf } from '../seed/scenarios.ts';
import { openInMemory, openStore } from '../adapters/indexeddb/indexed-db-store.ts';
import type { Disk } from '../adapters/indexeddb/disk.ts';
import { holdLivenessLock } from './worker-liveness.ts';
import { openBackend } from './opened-backend.ts';
import { createRestartableWorker } from './restarting.ts';

/** The backend in a worker: shared by all tabs where the browser can, else this tab's own. Its name is the scenario's. */
const scenario = scenarioNamed(self.name.split('/').at(-1) ?? 'demo');
const realNow = () => Date.now();
const reportError = (requestId: string, error: unknown) => {
  console.error(`Request ${requestId} failed`, error);
};

const open = (disk: Disk) =>
  openBackend(async (persistence) => {
    const recipe = recipeOf(scenario);
    const store =
      persistence === 'memory'
        ? openInMemory(recipe, realNow(), 'not-answering')
        : await openStore(`vesper-${scenario}`, recipe, realNow(), { disk });
    return createBackend({ store, realNow, passwords: pbkdf2Passwords(), makeWorld, reportError });
  });

const worker = createRestartableWorker(open, holdLivenessLock);

if ('onconnect' in self) {
  self.addEventListener('connect', (event) => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined;
    if (port) expose(worker, port);
  });
} else {
  expose(worker);
}
