import type { Page } from '@playwright/test';

type Input = 'click' | 'keydown' | 'input';

interface Instrumented {
  painted?: Promise<number>;
}

/**
 * Milliseconds from an input to the paint that shows its result, measured in the page: from the time stamp of the event to the second
 * frame after the change of the document. Playwright's own latency is not included. Of several inputs the last one counts.
 * @param shows whether the result is in the document; runs in the page, without access to its scope here
 * @param act sends the input
 */
export async function msToPaint(
  page: Page,
  input: Input,
  shows: () => boolean,
  act: () => Promise<unknown>,
): Promise<number> {
  // Evaluated by the debugger, which the page's Content Security Policy does not restrict.
  const result = await page.evaluateHandle<{ shows: () => boolean }>(`({ shows: ${shows.toString()} })`);
  await page.evaluate(
    ([type, { shows }]) => {
      const instrumented = globalThis as Instrumented;
      instrumented.painted = new Promise((resolve) => {
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
        // A move of the focus does not change the document.
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
  return page.evaluate(() => (globalThis as Instrumented).painted ?? NaN);
}

/** An init script: measures when the row of a device is first painted. @param name of the device */
export function watchFirstRow(name: string): void {
  (globalThis as Instrumented).painted = new Promise((resolve) => {
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

/** Opens a page in which `watchFirstRow` runs. @returns milliseconds from the start of the navigation to the paint of the row */
export async function msToFirstRow(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(() => (globalThis as Instrumented).painted ?? NaN);
}

/** Waits until earlier work of the page has ended. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(1_000);
}
