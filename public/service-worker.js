// The service worker of the console: it hands each request to /api/v1 to the page that made it, in the messages of MSW, whose
// part in the page answers. MSW's own fetch listener is not used. It knows its pages from a list in memory, which is empty once
// the browser has stopped this worker and started it again, and lets the requests of a page that is not in it pass to the file
// server; and it would pass each file of the console through the page as well.
const isForBackend = (url) => new URL(url).pathname.includes('/api/v1/');

/** How long a page may take to say that it answers, in milliseconds: its main thread may be busy, or it is just thawing. */
const patienceMs = 5_000;

// Trusted Types ask for a policy that says which scripts may be run.
self.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (url === 'mockServiceWorker.js' ? url : undefined),
});

// A browser that can be told beforehand need not even wake this worker for a page or a file.
addEventListener('install', (event) => {
  const past = [{ requestMode: 'navigate' }, { urlPattern: { pathname: '*/assets/*' } }];
  event.addRoutes?.(past.map((condition) => ({ condition, source: 'network' })));
});

// Heard before MSW's listeners, which are added below.
addEventListener('message', (event) => {
  // MSW's part asks to be let in when it is installed; a page that waits for it has it ask again.
  if (event.data === 'ask again') self.skipWaiting();
  // A page that is left may come back, from the back/forward cache or by a reload. MSW would forget it, and remove the
  // registration with the last one: the pages that were opened meanwhile would have no service worker.
  if (event.data === 'CLIENT_CLOSED') event.stopImmediatePropagation();
});

addEventListener('fetch', (event) => {
  event.stopImmediatePropagation();
  const { request } = event;
  if (isForBackend(request.url) && request.mode !== 'navigate') event.respondWith(answerOfPage(event));
});

importScripts('mockServiceWorker.js');

/** The answer of the page that asks; a 503 problem where it does not answer. Never one of the file server. */
async function answerOfPage(event) {
  const { clientId, request } = event;
  const client = await clients.get(clientId);
  if (!client || !(await isAnswering(client))) {
    event.waitUntil(leaveIfAlone());
    return unavailable();
  }
  const id = crypto.randomUUID();
  const sent = await serializeRequest(request);
  const payload = { id, interceptedAt: Date.now(), ...sent };
  const { type, data } = await sendToClient(client, { type: 'REQUEST', payload }, [sent.body]);
  // MSW's part in the page keeps a request until it hears of the response. It wants a copy of it for life-cycle events that nobody
  // listens to here, unless the response is opaque.
  client.postMessage({ type: 'RESPONSE', payload: { request: { id }, response: { type: 'opaque' } } });
  return type === 'MOCK_RESPONSE' ? respondWithMock(data) : unavailable();
}

/** Whether a page is one of the console, and ready. Asked once for each page and each start of this worker. */
async function isAnswering(client) {
  if (activeClientIds.has(client.id)) return true;
  const answers = await Promise.race([
    sendToClient(client, { type: 'vesper/ready' }),
    new Promise((resolve) => setTimeout(resolve, patienceMs, false)),
  ]);
  if (answers) activeClientIds.add(client.id);
  return answers;
}

/** Where no page of the console is open, as after it has made room for something else at this address, this worker goes. */
async function leaveIfAlone() {
  const pages = await clients.matchAll({ type: 'window' });
  const answering = await Promise.all(pages.map(isAnswering));
  if (!answering.includes(true)) await registration.unregister();
}

/** In the form of src/contract/problem.ts. */
const unavailable = () =>
  new Response(
    JSON.stringify({
      type: '/problems/backend-unavailable',
      title: 'The backend does not answer',
      status: 503,
      detail: 'The backend is not running in this tab. Reload the page to start it.',
      errors: [],
    }),
    { status: 503, headers: { 'content-type': 'application/problem+json', 'retry-after': '1' } },
  );
