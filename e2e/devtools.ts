import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { api } from './steps.ts';

/** Ends every service worker, as the browser does with one that is idle, and waits until they have ended. */
export async function stopServiceWorkers(devtools: CDPSession) {
  const stopped = new Promise<void>((resolve) => {
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await stopped;
}

/** A session of the Chromium DevTools Protocol. In another browser the test that asks for it is skipped. */
export function devtoolsOf(page: Page): Promise<CDPSession> {
  const name = page.context().browser()?.browserType().name();
  test.skip(name !== 'chromium', 'needs the Chromium DevTools Protocol');
  return page.context().newCDPSession(page);
}

/** Notes in the page that it is this one; a page that was loaded again says nothing. */
export const mark = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { marked: true }));
export const isMarked = (page: Page) => page.evaluate(() => 'marked' in globalThis);

/** The next request is answered by the backend, without a reload. */
export async function expectAnswered(page: Page, name = 'Berlin') {
  expect(await api(page, 'GET', '/policies/berlin')).toMatchObject({ status: 200, body: { name } });
  expect(await isMarked(page)).toBe(true);
}
