import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tab } from './driver.ts';
import { call } from './in-page.ts';

const store = 'complaints';

/**
 * Keeps errors, rejections that nobody handles, and warnings of a page in the storage of its origin. It runs before all other
 * scripts of the page: WebKitWebDriver tells nothing of the console and adds no script to a page.
 */
function recordComplaints(name: string): void {
  const keep = (what: unknown) => {
    const stored = JSON.parse(localStorage.getItem(name) ?? '[]') as unknown[];
    localStorage.setItem(name, JSON.stringify([...stored, `${location.pathname}: ${String(what)}`]));
  };
  addEventListener('error', ({ message }) => {
    keep(message);
  });
  addEventListener('unhandledrejection', (event) => {
    // Whoever forgives it listens later.
    setTimeout(() => {
      if (!event.defaultPrevented) keep(event.reason);
    });
  });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    keep(`${violatedDirective} blocks ${blockedURI}`);
  });
  // The service worker has no such storage.
  new BroadcastChannel(name).addEventListener('message', ({ data }) => {
    keep(data);
  });
  for (const level of ['error', 'warn'] as const)
    console[level] = (...text: unknown[]) => {
      keep(text.map(String).join(' '));
    };
}

/** The same for the service worker, which tells the pages. */
function tellComplaints(name: string): void {
  const pages = new BroadcastChannel(name);
  addEventListener('error', ({ message }) => {
    pages.postMessage(`service worker: ${message}`);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    pages.postMessage(`service worker: ${String(reason)}`);
  });
}

/** A copy of a build whose pages record their complaints. It is removed when this program ends. */
export function recordingBuild(build: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'vesper-engines-'));
  process.once('exit', () => {
    rmSync(copy, { recursive: true, force: true });
  });
  cpSync(build, copy, { recursive: true });
  // A page that was compressed beforehand would be served as it was.
  for (const compressed of ['index.html.br', 'index.html.gz', 'service-worker.js.br', 'service-worker.js.gz'])
    rmSync(join(copy, compressed), { force: true });
  writeFileSync(join(copy, 'record-complaints.js'), call(recordComplaints, store));
  const worker = join(copy, 'service-worker.js');
  writeFileSync(worker, `${call(tellComplaints, store)};\n${readFileSync(worker, 'utf8')}`);
  const page = join(copy, 'index.html');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<head>', '<head><script src="/record-complaints.js"></script>'),
  );
  return copy;
}

/** What the pages of a tab's origin have recorded since the last time. */
export async function takeComplaints(tab: Tab): Promise<readonly string[]> {
  const stored = await tab.evaluate(`localStorage.getItem(${JSON.stringify(store)}) ?? '[]'`);
  await tab.evaluate(`localStorage.removeItem(${JSON.stringify(store)})`);
  return JSON.parse(String(stored)) as string[];
}
