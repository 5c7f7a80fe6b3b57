import type { Browser, Page } from '@playwright/test';

/** A page of a browser that was never here, as large as a small screen. */
export async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx wraps named functions to keep their names; those that are sent into the page find the wrapper there.
  await context.addInitScript('globalThis.__name = (named) => named;');
  return context.newPage();
}
