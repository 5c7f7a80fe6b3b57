import { launchOptions } from '../scripts/browser.ts';
import { test } from './fixtures.ts';
import { open } from './steps.ts';
import { devtoolsOf, expectAnswered, mark, stopServiceWorkers } from './stopped-workers.ts';

// The browser without windows has no such cache, and Playwright switches it off.
test.use({ launchOptions: { ...launchOptions('whole'), ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

for (const others of ['with another tab open', 'as the only tab'])
  test(`${others}, a tab that was left for another page and comes back by Back is answered`, async ({
    page,
    context,
  }) => {
    // Opened before: the greeting of a new tab on the channel of builds would end a page in the cache.
    const other = others === 'as the only tab' ? null : await context.newPage();
    for (const tab of other ? [other, page] : [page]) await open(tab, '/groups/berlin/policies');
    await mark(page);
    await page.goto('data:text/html,<link rel=icon href=data:,>Elsewhere');
    if (other) await stopServiceWorkers(await devtoolsOf(other));
    // A page that comes from the cache is not loaded.
    await page.goBack({ waitUntil: 'commit' });
    const navigation = () =>
      page.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation');
        return entry && 'notRestoredReasons' in entry ? entry.notRestoredReasons : null;
      });
    test.skip((await navigation()) !== null, 'This browser keeps no page in a back/forward cache.');
    await expectAnswered(page);
  });
