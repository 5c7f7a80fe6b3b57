import type { Page } from '@playwright/test';
import { launchOptions } from '../scripts/browser.ts';
import { test } from './fixtures.ts';
import { open } from './steps.ts';
import { devtoolsOf, expectAnswered, isMarked, mark, stopServiceWorkers } from './devtools.ts';

// The browser without windows has no such cache, and Playwright switches it off.
test.use({
  requestsCut: true,
  launchOptions: { ...launchOptions('whole'), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
});

/** Leaves for another site, and comes Back. @returns whether it is the very page that was left: a busy browser may have ended it */
async function leaveAndComeBack(page: Page, meanwhile: () => Promise<void>): Promise<boolean> {
  await mark(page);
  await page.goto('data:text/html,<link rel=icon href=data:,>Elsewhere');
  await meanwhile();
  // A page that comes from the cache is not loaded.
  await page.goBack({ waitUntil: 'commit' });
  return isMarked(page);
}

for (const others of ['with another tab open', 'as the only tab'])
  test(`${others}, a tab that was left for another page and comes back by Back is answered`, async ({
    page,
    context,
  }) => {
    // Opened before: the greeting of a new tab on the channel of builds would end a page in the cache.
    const other = others === 'as the only tab' ? null : await context.newPage();
    for (const tab of other ? [other, page] : [page]) await open(tab, '/groups/berlin/policies');
    const meanwhile = async () => {
      if (other) await stopServiceWorkers(await devtoolsOf(other));
    };
    let cached = false;
    for (let tries = 0; tries < 4 && !cached; tries += 1) {
      if (tries > 0) await open(page, '/groups/berlin/policies');
      cached = await leaveAndComeBack(page, meanwhile);
    }
    test.skip(!cached, 'This browser keeps no page in a back/forward cache.');
    await expectAnswered(page);
  });
