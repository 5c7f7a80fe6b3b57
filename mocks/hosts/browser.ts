import { http } from 'msw';
import { conditionsIn, conditionsText, isGood, presets, type Conditions } from '#contract/conditions.ts';
import { scenarioNamed } from '#contract/scenario-names.ts';
import { createReconnectingConnection, type StartedWorker } from './connection.ts';
import { sendRequest } from './worker-rpc.ts';
import { startServiceWorker } from './service-worker.ts';
import { createConditionedTransport } from '../conditions/under-conditions.ts';

/** Where the backend runs. `alone`: in this tab's own worker while another tab has one too, so the two do not see each other. */
export type Hosting = 'shared' | 'own' | 'alone';

/** The backend as the page has it. */
export interface BrowserBackend {
  readonly hosting: Hosting;
  /** The conditions that hold at first, as an address names them; empty while they are good. */
  readonly conditions: string;
  /** Sets the conditions under which this tab reaches it; what says nothing is good. */
  readonly setConditions: (text: string) => void;
  /** Registers the service worker again where it was removed under the open tab; the requests that follow are answered again. */
  readonly restart: () => Promise<void>;
}

/** Starts the backend of a scenario in a worker and hands it every request to `/api/v1`, under the conditions of this tab. */
export async function startBackend({
  scenario,
  conditions,
}: {
  scenario: string;
  conditions: string;
}): Promise<BrowserBackend> {
  // An unknown name is the demo company, and must be its worker too: two workers would write over each other's data.
  const name = `vesper/${scenarioNamed(scenario)}`;
  const shared = 'SharedWorker' in globalThis;
  const connection = createReconnectingConnection(() => (shared ? startShared(name) : startOwn(name)));
  const line = createConditionedTransport({
    send: (request, disk) => sendRequest(request, connection.current(), disk),
    async crash() {
      const { backend, ended } = connection.current();
      backend.crash();
      await ended;
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const first = conditionsOf(conditions);
  line.set(first);
  connection.current();
  const restart = await startServiceWorker(http.all('*/api/v1/*', ({ request }) => line.handle(request)));
  return {
    restart,
    hosting: shared ? 'shared' : (await isFirst(name)) ? 'own' : 'alone',
    conditions: isGood(first) ? '' : conditionsText(first),
    setConditions: (text) => {
      line.set(conditionsOf(text));
    },
  };
}

const conditionsOf = (text: string): Conditions => conditionsIn(text) ?? presets.good.conditions;

/** Tabs share the worker of one scenario and one build: the name says the scenario, the hashed address the build. */
function startShared(name: string): StartedWorker {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  return {
    worker,
    port: worker.port,
    shared: true,
    end: () => {
      worker.port.close();
    },
  };
}

function startOwn(name: string): StartedWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  return {
    worker,
    port: worker,
    shared: false,
    end: () => {
      worker.terminate();
    },
  };
}

/** Holds a lock for as long as this tab lives; false when another tab has it already. */
function isFirst(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}
