// The service worker of the console: MSW's own, for the requests of the backend alone. MSW's would pass each file of the console
// through the page, and the page a copy of it besides.
const isForBackend = (url) => new URL(url).pathname.includes('/api/v1/');

// Trusted Types ask for a policy that says which scripts may be run.
self.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (url === 'mockServiceWorker.js' ? url : undefined),
});

// A browser that can be told beforehand need not even wake this worker for a page or a file.
addEventListener('install', (event) => {
  const past = [{ requestMode: 'navigate' }, { urlPattern: { pathname: '*/assets/*' } }];
  event.addRoutes?.(past.map((condition) => ({ condition, source: 'network' })));
});

// MSW's part asks to be let in when it is installed; a page that waits for it has it ask again.
addEventListener('message', ({ data }) => {
  if (data === 'ask again') self.skipWaiting();
});

// Heard before MSW's listener: what no listener answers goes to the network.
addEventListener('fetch', (event) => {
  if (!isForBackend(event.request.url)) event.stopImmediatePropagation();
});

importScripts('mockServiceWorker.js');
