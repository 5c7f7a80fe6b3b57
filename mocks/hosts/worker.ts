import '#contract/without-eval.ts';
import { expose } from 'comlink';
import { createBackend } from '../app.ts';
import { pbkdf2Passwords } from '../passwords.ts';
import { scenarioNamed } from '../scenarios/names.ts';
import { makeWorld, recipeOf } from '../scenarios/scenarios.ts';
import { openInMemory, openStore } from '../store/indexed-db-store.ts';
import type { Disk } from '../store/disk.ts';
import { takingOver } from './crossing.ts';
import { aliveUnderLock } from './life.ts';
import { openedBackend } from './opened-backend.ts';
import type { BackendWorker } from './wire.ts';

/** The backend in a worker: shared by all tabs where the browser can, else this tab's own. Its name is the scenario's. */
const scenario = scenarioNamed(self.name.split('/').at(-1) ?? 'demo');
const realNow = () => Date.now();

const disk: Disk = { fault: null };

const app = openedBackend(async (persistence) => {
  const recipe = recipeOf(scenario);
  const store =
    persistence === 'memory'
      ? openInMemory(recipe, realNow(), 'not-answering')
      : await openStore(`vesper-${scenario}`, recipe, realNow(), { disk });
  return createBackend({ store, realNow, passwords: pbkdf2Passwords(), makeWorld });
});

const worker: BackendWorker = {
  ...takingOver(app, disk),
  life: aliveUnderLock,
  crash: () => {
    self.close();
  },
};

if ('onconnect' in self) {
  self.addEventListener('connect', (event) => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined;
    if (port) expose(worker, port);
  });
} else {
  expose(worker);
}
