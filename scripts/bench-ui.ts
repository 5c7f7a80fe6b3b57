import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { medianOf } from './bench-median.ts';
import { ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';
import { collectLongTasks, takeLongestTask } from './long-tasks.ts';
import { longestByProcessor } from './processor-tasks.ts';

const rounds = 3;
const rows = 100_000;
const patience = { timeout: 120_000 };

/**
 * What one did took until it was on the screen, and the longest that the screen answered to nobody meanwhile: by the clock,
 * and in processor time; milliseconds.
 */
interface Took {
  readonly wallMs: number;
  readonly longestMs: number;
  readonly processorMs: number;
}

/** How long the enterprise of 100,000 devices lets one wait, and for how long at a time it holds the page's main thread. */
export async function screenFigures(): Promise<(readonly [what: string, figure: string])[]> {
  ensureBrowser();
  await buildIfStale();
  const load = [loadavg()[0] ?? 0];
  const { address, server } = await serve(0);
  const folder = mkdtempSync(join(tmpdir(), 'vesper-'));
  const fleet = join(folder, 'fleet.csv');
  writeFileSync(fleet, aFleet());
  const took = new Map<string, Took[]>();
  const browser = await chromium.launch(launchOptions());
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(collectLongTasks);
    await walkThrough(page, address, fleet, async (what, work) => {
      const figure = await measured(browser, page, work);
      took.set(what, [...(took.get(what) ?? []), figure]);
    });
    await context.close();
    load.push(loadavg()[0] ?? 0);
  }
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
  const figures = [...took].map(([what, runs]) => [what, inWords(runs)] as const);
  const highest = Math.max(...load);
  return [
    ...figures,
    [
      'load of the machine meanwhile, of its two cores',
      `up to ${highest.toFixed(1)}${highest > 2 ? ': it was shared, and a quiet one is quicker' : ''}`,
    ],
  ];
}

type Measure = (what: string, work: () => Promise<unknown>) => Promise<void>;

async function walkThrough(page: Page, address: string, fleet: string, measure: Measure): Promise<void> {
  const at = (tab: string) => `${address}/groups/managed-devices/${tab}?scenario=enterprise`;
  const firstRow = () => page.getByText('ADL-LT-00001', { exact: true }).first().waitFor(patience);
  const open = async () => {
    await page.goto(at('devices'));
    await firstRow();
  };
  await measure('enterprise: empty profile to the first row of devices', open);
  await measure('the same, second load', open);
  await measure('sorting its devices by another column', async () => {
    await page.getByRole('columnheader', { name: 'Time zone' }).getByRole('button').first().click();
    await page.getByText('ADL-LT-00001', { exact: true }).waitFor({ ...patience, state: 'detached' });
  });

  await page.evaluate(async () => {
    const answer = await fetch('/api/v1/groups');
    const { groups } = (await answer.json()) as { groups: { id: string }[] };
    localStorage.setItem('vesper.open-groups', groups.map(({ id }) => id).join(' '));
  });
  await measure('loading it with all of its groups open in the tree', open);
  await measure('filtering the tree to the groups with an “a”', async () => {
    await page.getByLabel('Filter groups').fill('a');
    await page.getByText(/^\d+ groups$/).waitFor(patience);
  });

  await page.goto(at('devices'));
  await firstRow();
  const runs = page.getByRole('table', { name: 'Runs', exact: true });
  await measure('a forecast over its 100,000 devices, with the picture and the first runs', async () => {
    await page.getByRole('tab', { name: 'Schedule' }).click();
    await runs.waitFor(patience);
  });
  await measure('a second question there', async () => {
    await page.getByRole('button', { name: 'Another sample' }).click();
    await page.locator('[aria-busy=true]').first().waitFor({ timeout: 5_000 });
    await page
      .locator('[aria-busy=true]')
      .first()
      .waitFor({ ...patience, state: 'detached' });
  });

  await open();
  await inventory(page, 'Export…');
  await measure('exporting its inventory, until the file is saved', async () => {
    const download = page.waitForEvent('download', patience);
    await page.getByRole('button', { name: /^Export [\d,]+ devices$/ }).click();
    await (await download).path();
  });
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await inventory(page, 'Import…');
  await measure('looking at a file of 100,000 other devices before it is imported', async () => {
    await page.locator('input[type=file]').setInputFiles(fleet);
    await page.getByRole('button', { name: 'Next: Map' }).click(patience);
    await page.getByRole('button', { name: 'Next: Check' }).click(patience);
    await page.getByText('100,000 new devices, 0 updated').waitFor(patience);
  });
  await measure('importing it, until it is saved', async () => {
    await page.getByRole('button', { name: 'Import 100,000 valid rows' }).click();
    await page.getByText('Inventory imported: 100,000 devices created').waitFor(patience);
  });
}

async function inventory(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Inventory' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
}

async function measured(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<Took> {
  // What came before may still be drawn.
  await page.waitForTimeout(500);
  await takeLongestTask(page);
  let wallMs = 0;
  const processorMs = await longestByProcessor(browser, page, async () => {
    const begun = performance.now();
    await work();
    wallMs = performance.now() - begun;
  });
  return { wallMs, processorMs, longestMs: await takeLongestTask(page) };
}

function inWords(runs: readonly Took[]): string {
  const longest = medianOf(runs.map(({ longestMs }) => longestMs));
  const processor = medianOf(runs.map(({ processorMs }) => processorMs)).toFixed(0);
  const task = longest === 0 ? 'no task over 50 ms' : `longest task ${longest.toFixed(0)} ms`;
  const wall = medianOf(runs.map(({ wallMs }) => wallMs)).toFixed(0);
  return `${wall} ms; ${task}, in processor time ${processor} ms (medians of ${String(runs.length)})`;
}

const aFleet = () =>
  `Name,Group path,Time zone,Operating system\n${Array.from(
    { length: rows },
    (_, i) => `FLEET-${String(i)},Sites/Site ${String(i % 200)},Asia/Kathmandu,"Windows, 11"\n`,
  ).join('')}`;
