import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import { freshPage, openPolicies } from './pages.ts';
import type { Result } from './result.ts';

/** The rounds after which memory is counted. */
const counted = [20, 110, 200] as const;
/** Growth that is the browser's own, such as of its lists: a fraction. */
const tolerance = 0.02;

/**
 * Flags for the browser. Compiled code lives in the same heap and grows for hundreds of rounds; without the compilers the heap is
 * what the page keeps.
 */
export const interpreted = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];

interface Memory {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Memory after opening, editing and closing a policy 200 times, after garbage collection: a leak shows as growth. */
export async function memory(browser: Browser, address: string): Promise<Result[]> {
  const page = await freshPage(browser);
  const session = await page.context().newCDPSession(page);
  const policy = await openPolicies(page, address);
  const samples: Memory[] = [];
  for (let round = 1; round <= counted[2]; round += 1) {
    await openEditClose(page, policy);
    if (counted.some((count) => count === round)) samples.push(await memoryOf(session));
  }
  await page.context().close();
  const noGrowth = (what: string, figures: readonly number[], text: (figure: number) => string): Result => ({
    what: `${what} after ${counted.join(', ')} rounds of opening, editing and closing a policy`,
    target: 'no growth',
    measured: figures.map(text).join(' · '),
    met: (figures.at(-1) ?? Infinity) <= (figures[0] ?? 0) * (1 + tolerance),
  });
  const inFigures = (figure: number) => figure.toLocaleString('en');
  return [
    noGrowth(
      'JavaScript heap',
      samples.map(({ heapBytes }) => heapBytes),
      (bytes) => `${(bytes / 1e6).toFixed(2)} MB`,
    ),
    noGrowth(
      'document nodes',
      samples.map(({ nodes }) => nodes),
      inFigures,
    ),
    noGrowth(
      'event listeners',
      samples.map(({ listeners }) => listeners),
      inFigures,
    ),
  ];
}

async function openEditClose(page: Page, policy: Locator): Promise<void> {
  await policy.click();
  const window = page.getByRole('dialog', { name: 'Properties: Baseline' });
  await window.getByRole('button', { name: 'Threat Response' }).click();
  await window.getByRole('group', { name: 'Additional' }).getByRole('switch', { name: 'Under policy' }).click();
  await window.getByText('Everything is saved').waitFor({ state: 'detached' });
  await window.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await window.waitFor({ state: 'detached' });
}

async function memoryOf(session: CDPSession): Promise<Memory> {
  // The second collection removes what the first left to finalizers.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
}
