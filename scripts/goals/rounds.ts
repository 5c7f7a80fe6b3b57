import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import { openPolicies } from './enterprise.ts';
import { freshPage } from './fresh-page.ts';
import type { Goal } from './goal.ts';

/** After which of the rounds is counted what they left behind. */
const counted = [20, 110, 200] as const;
/** What the browser itself may gain and lose between two counts, as in lists it makes room in; a share of one. */
const leeway = 0.02;

/**
 * Flags for the browser. What its compilers make of code that runs often lies in the same heap and grows for hundreds of
 * rounds, whatever the page keeps: without them the heap is what the page holds.
 */
export const interpreted = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];

interface Left {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What opening, editing and closing the window of a policy 200 times leaves in the page's memory. */
export async function roundsGoals(browser: Browser, address: string): Promise<Goal[]> {
  const page = await freshPage(browser);
  const session = await page.context().newCDPSession(page);
  const policy = await openPolicies(page, address);
  const left: Left[] = [];
  for (let round = 1; round <= counted[2]; round += 1) {
    await openEditClose(page, policy);
    if (counted.some((count) => count === round)) left.push(await leftIn(session));
  }
  await page.context().close();
  const how = `code not compiled, after collecting garbage (CDP), at rounds ${counted.join(', ')}; growth from the first to the last of them at most ${leeway * 100} %`;
  const goal = (what: string, figures: readonly number[], words: (figure: number) => string): Goal => ({
    what,
    wanted: 'no growth',
    measured: figures.map(words).join(' · '),
    met: (figures.at(-1) ?? Infinity) <= (figures[0] ?? 0) * (1 + leeway),
    how,
  });
  return [
    goal(
      '200 rounds of opening, editing and closing a policy: JavaScript heap',
      left.map(({ heapBytes }) => heapBytes),
      (bytes) => `${(bytes / 1e6).toFixed(2)} MB`,
    ),
    goal(
      'the same: nodes of the document',
      left.map(({ nodes }) => nodes),
      (nodes) => nodes.toLocaleString('en'),
    ),
    goal(
      'the same: event listeners',
      left.map(({ listeners }) => listeners),
      (listeners) => listeners.toLocaleString('en'),
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

async function leftIn(session: CDPSession): Promise<Left> {
  // What the first leaves for finalizers, the second takes away.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
}
