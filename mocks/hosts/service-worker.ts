import type { HttpHandler } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';

/** Set by Vite: which service worker belongs to this build. */
declare const VESPER_SERVICE_WORKER: string;

// One that changed is another by its address. Under the same address MSW would start with the one that is there, and the
// browser would put the new one in its place, which answers for no tab that did not start with it.
const serviceWorkerAddress = `${import.meta.env.BASE_URL}service-worker.js?v=${VESPER_SERVICE_WORKER}`;

/** How long a service worker may take to start before the page is loaded again, in milliseconds. */
const patienceMs = 5_000;

/**
 * Starts the service worker, which hands this tab its requests to the backend, and waits until it answers for it.
 *
 * There are two ways in which it may not, and to load the page again helps in both. A browser that is busy may leave the start
 * hanging. And MSW unregisters the worker where it takes all tabs for closed, as when they are left at the same time:
 * registered again while some tab still has it, it answers for no tab that was opened between, and each request of that tab
 * would reach the server of files.
 * @throws Error where loading again did not help
 */
export async function answerAll(handler: HttpHandler): Promise<void> {
  const worker = setupWorker(handler);
  const loadedAgain = takeLoadedAgain();
  forgiveFailedUpdate();
  dropCopies(worker);
  const stopUrging = urgeTheOneThatWaits();
  const hanging = loadedAgain ? undefined : setTimeout(() => void loadAgain(), patienceMs);
  try {
    await worker.start({
      quiet: true,
      onUnhandledRequest: 'bypass',
      serviceWorker: { url: serviceWorkerAddress },
    });
  } finally {
    clearTimeout(hanging);
    stopUrging();
  }
  if (await isControlled()) return;
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

/**
 * MSW sends the page a copy of each answer for whoever listens. Nobody reads them here, and the browser keeps the stream of
 * a copy that is neither read nor cancelled for as long as the page lives.
 */
function dropCopies({ events }: SetupWorker): void {
  for (const answered of ['response:mocked', 'response:bypass'] as const) {
    events.on(answered, ({ response }) => void response.body?.cancel());
  }
}

/**
 * MSW asks the browser to look for a newer service worker and does not wait for the answer. Where that fails, as it does
 * without a network or while the page is being left, the worker that is there goes on: nothing is wrong.
 */
function forgiveFailedUpdate(): void {
  window.addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    if (reason instanceof Error && reason.message.startsWith('Failed to update a ServiceWorker'))
      event.preventDefault();
  });
}
