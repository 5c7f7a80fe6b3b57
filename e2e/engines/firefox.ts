import { writeFile } from 'node:fs/promises';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { environment, viewport, type Engine, type Tab } from './driver.ts';

/** Stock Firefox without a window, over WebDriver BiDi. @param executablePath where it is installed */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, env: environment });
  const complaints: string[] = [];
  return {
    name: `Firefox ${(await browser.version()).replace(/^\w+\//, '')}`,
    newTab: () => newTab(browser, complaints),
    complaints: () => Promise.resolve(complaints.splice(0)),
    close: () => browser.close().catch(() => undefined),
  };
}

/** The page that Firefox starts with never has the focus, so that keys reach nothing: every tab is a new one. */
async function newTab(browser: Browser, complaints: string[]): Promise<Tab> {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  let leaving = false;
  page.on('pageerror', (error) => {
    if (!leaving || !isOfLeaving(error)) complaints.push(String(error));
  });
  return tabOf(page, async (address) => {
    leaving = true;
    await page.goto(address);
    leaving = false;
    await page.bringToFront();
  });
}

/** Firefox says so of a request whose answer was just arriving from the service worker when its page was left. */
const isOfLeaving = (error: unknown) =>
  String(error).includes('A ServiceWorker intercepted the request and encountered');

function tabOf(page: Page, goto: Tab['goto']): Tab {
  return {
    goto,
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    async press(key) {
      // Over BiDi, the space bar is known by what it types.
      const keys = key.replace('Space', ' ').split('+') as KeyInput[];
      for (const down of keys) await page.keyboard.down(down);
      for (const up of keys.toReversed()) await page.keyboard.up(up);
    },
    type: (text) => page.keyboard.type(text),
    screenshot: async (path) => {
      await writeFile(path, await page.screenshot());
    },
  };
}
