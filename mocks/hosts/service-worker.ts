import type { HttpHandler } from 'msw';
import { setupWorker } from 'msw/browser';
import { ignoreFailedUpdates } from './failed-update.ts';

/** Set by Vite: which service worker belongs to this build. */
declare const VESPER_SERVICE_WORKER: string;

// One that changed is another by its address: under the same one MSW would start with the one that is there, whose messages may
// be of another form, while the browser puts the new one in its place.
const serviceWorkerAddress = `${import.meta.env.BASE_URL}service-worker.js?v=${VESPER_SERVICE_WORKER}`;

/** How long a service worker may take to start before the page is loaded again, in milliseconds. */
const patienceMs = 5_000;

/**
 * Starts the service worker, which hands this tab its requests to the backend, and waits until it answers for it.
 *
 * There are two ways in which it may not, and to load the page again helps in both. A browser that is busy may leave the start
 * hanging. And where somebody removed the registration, and another tab made it again, the browser may give the new one to no
 * tab that was opened between.
 * @returns how to start it again where it was removed under the open tab, as by clearing the data of the site
 * @throws Error where loading again did not help
 */
export async function startServiceWorker(handler: HttpHandler): Promise<() => Promise<void>> {
  const worker = setupWorker(handler);
  const loadedAgain = takeLoadedAgain();
  answerEveryServiceWorker();
  const stopUrging = urgeTheOneThatWaits();
  const hanging = loadedAgain ? undefined : setTimeout(() => void loadAgain(), patienceMs);
  try {
    ignoreFailedUpdates(await navigator.serviceWorker.getRegistrations());
    await worker.start({
      quiet: true,
      onUnhandledRequest: 'bypass',
      serviceWorker: { url: serviceWorkerAddress },
    });
  } finally {
    clearTimeout(hanging);
    stopUrging();
  }
  if (await isControlled()) return register;
  if (!loadedAgain) await loadAgain();
  throw new Error(
    'The browser lets no service worker answer for this page. Close all tabs of the console, and open it.',
  );
}

// Kept with the entry of the tab's history: it outlives loading again, also where nothing may be stored.
const historyState = () => (window.history.state ?? {}) as { readonly loadedAgain?: true };

/** Whether the page was loaded again for its service worker just now; asked once. */
function takeLoadedAgain(): boolean {
  const { loadedAgain = false, ...state } = historyState();
  if (loadedAgain) window.history.replaceState(state, '');
  return loadedAgain;
}

function loadAgain(): Promise<never> {
  window.history.replaceState({ ...historyState(), loadedAgain: true }, '');
  window.location.reload();
  return new Promise<never>(() => undefined);
}

/**
 * A new service worker asks the browser to be let in at once, while tabs still have the one before. A browser that is busy just
 * then may forget it for good: the worker is told to ask again until it is in.
 */
function urgeTheOneThatWaits(): () => void {
  const timer = setInterval(() => {
    void navigator.serviceWorker.getRegistration().then((registration) => {
      registration?.waiting?.postMessage('ask again');
    });
  }, 500);
  return () => {
    clearInterval(timer);
  };
}

/**
 * A service worker that is new takes the tabs over once it is active, and they hear of it a moment later. Until then the one
 * of an older build may still have them, and would let requests pass to the server of files.
 */
function isControlled(): Promise<boolean> {
  const address = new URL(serviceWorkerAddress, window.location.href).href;
  const itHasUs = () => navigator.serviceWorker.controller?.scriptURL === address;
  if (itHasUs()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const done = () => {
      resolve(itHasUs());
    };
    navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    setTimeout(done, 1_000);
  });
}

async function register(): Promise<void> {
  await navigator.serviceWorker.register(serviceWorkerAddress);
}

/**
 * MSW hears only the service worker that it was started with. Where the registration was removed and made again, by another tab
 * or by this one, the tab has another service worker from then on, and MSW would leave its requests without an answer. It takes
 * a message that names no source from any; so each one is passed on to it like that. Must be called before MSW listens.
 */
function answerEveryServiceWorker(): void {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source === null) return;
    event.stopImmediatePropagation();
    const { data, ports } = event;
    if (isReadyQuestion(data)) ports[0]?.postMessage(true);
    else serviceWorker.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  });
}

/** A service worker that was started anew asks each page once whether it answers: public/service-worker.js. */
const isReadyQuestion = (data: unknown) =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'vesper/ready';
