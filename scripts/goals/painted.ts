import type { Page } from '@playwright/test';

/** The inputs that begin what is measured. */
type Input = 'click' | 'keydown' | 'input';

/** What the page keeps between the calls that measure it. */
interface Kept {
  painted?: Promise<number>;
}

/**
 * How long the page itself took from an input to the paint that shows its result, in milliseconds: from the time stamp that
 * the browser gives the event to the second frame after the change of the page. How long Playwright takes to send the
 * input or to hear the answer is no part of it. Of several inputs, as when a word is typed, the last one counts.
 * @param shows runs in the page, so it uses nothing from around it: whether the result is there
 * @param act sends the input
 */
export async function msToPaint(
  page: Page,
  input: Input,
  shows: () => boolean,
  act: () => Promise<unknown>,
): Promise<number> {
  // An expression in brackets makes a function without calling it, and the page's own policy forbids it nothing.
  const result = await page.evaluateHandle<{ shows: () => boolean }>(`({ shows: ${shows.toString()} })`);
  await page.evaluate(
    ([type, { shows }]) => {
      const kept = globalThis as Kept;
      kept.painted = new Promise((resolve) => {
        let begunMs: number | undefined;
        addEventListener(
          type,
          ({ timeStamp }) => {
            begunMs = timeStamp;
          },
          { capture: true },
        );
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        // Where the focus goes is no change of the document.
        addEventListener('focusin', look);
        function look() {
          if (begunMs === undefined || !shows()) return;
          observer.disconnect();
          removeEventListener('focusin', look);
          const sinceMs = begunMs;
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve(performance.now() - sinceMs);
            });
          });
        }
      });
    },
    [input, result] as const,
  );
  await act();
  return page.evaluate(() => (globalThis as Kept).painted ?? NaN);
}

/**
 * Run in a page before all else: keeps how long after the navigation began a first row of devices was painted, milliseconds.
 * @param name the device whose row it is
 */
export function watchFirstRow(name: string): void {
  (globalThis as Kept).painted = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('table[aria-label=Devices] tbody button')?.textContent !== name) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          resolve(performance.now());
        });
      });
    }).observe(document, { subtree: true, childList: true });
  });
}

/** Opens a page in which `watchFirstRow` runs; when its first row was painted, in milliseconds from the navigation's beginning. */
export async function msToFirstRow(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(() => (globalThis as Kept).painted ?? NaN);
}

/** Waits until nothing that came before is loaded or drawn any more. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForTimeout(1_000);
}
