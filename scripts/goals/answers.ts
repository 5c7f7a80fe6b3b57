import type { Browser, Page } from '@playwright/test';
import { openPolicies } from './enterprise.ts';
import { freshPage } from './fresh-page.ts';
import { atMost, Figures, type Goal } from './goal.ts';
import { framesWhile } from './frames.ts';
import { answersOfTable } from './table-answers.ts';
import { answersOfTree } from './tree-answers.ts';
import { msToPaint, quiet } from './painted.ts';

const rounds = 3;
/** How soon the tree shows what was done to it, a list its new rows, a window itself, and that all is saved; milliseconds. */
const wanted = { tree: 100, table: 150, window: 150, apply: 200, frame: 50 };
const mostNodes = 200;

/** How soon the enterprise answers what a person does most: in the tree, in the list of devices, in the window of a policy. */
export async function answerGoals(browser: Browser, address: string): Promise<Goal[]> {
  const figures = new Figures();
  for (let round = 0; round < rounds; round += 1) {
    const page = await freshPage(browser);
    await answersOfTree(page, address, figures);
    await answersOfTable(page, address, figures);
    await answersOfWindow(page, address, figures);
    await page.context().close();
  }
  const how = 'the input’s time stamp to the second frame after its result';
  const inMs = (what: string, most: number) => atMost(what, { most, unit: 'ms', figures: figures.of(what), how });
  return [
    ...['expand all 5,000 groups', 'filter the groups by one letter', 'jump to the last group'].map((what) =>
      inMs(what, wanted.tree),
    ),
    atMost('nodes of the tree in the page, all 5,000 groups open', {
      most: mostNodes,
      unit: 'nodes',
      figures: figures.of('nodes'),
      how: 'elements in `role=tree`, the most of its beginning, middle and end',
    }),
    ...['sort 100,000 devices', 'filter them by status', 'show their next page', 'search them by name'].map((what) =>
      inMs(what, wanted.table),
    ),
    inMs('open a policy', wanted.window),
    inMs('Apply a change for 100,000 devices', wanted.apply),
    atMost('typing in the IOC dialog, longest frame', {
      most: wanted.frame,
      unit: 'ms',
      figures: figures.of('frame'),
      how: 'Long Animation Frames (those over 50 ms), else the longest pause between two frames',
    }),
  ];
}

async function answersOfWindow(page: Page, address: string, figures: Figures): Promise<void> {
  const policy = await openPolicies(page, address);
  await quiet(page);
  figures.add(
    'open a policy',
    await msToPaint(
      page,
      'click',
      () => document.querySelector<HTMLInputElement>('[role=dialog] input')?.value === 'Baseline',
      () => policy.click(),
    ),
  );
  const window = page.getByRole('dialog', { name: 'Properties: Baseline' });
  await window.getByRole('button', { name: 'Threat Response' }).click();
  const additional = window.getByRole('group', { name: 'Additional' });
  await additional.getByRole('switch', { name: 'Under policy' }).click();
  await window
    .getByText(/\d devices/)
    .first()
    .waitFor();
  await quiet(page);
  figures.add(
    'Apply a change for 100,000 devices',
    await msToPaint(
      page,
      'click',
      () => document.querySelector('[role=dialog]')?.textContent.includes('Everything is saved') ?? false,
      () => window.getByRole('button', { name: 'Apply' }).click(),
    ),
  );
  await additional.getByRole('button', { name: 'Configure' }).click();
  const dialog = page.getByRole('dialog', { name: 'IOC scanning settings' });
  await dialog.getByRole('radio', { name: 'Start within the specified time interval' }).check();
  const [start, end] = [dialog.getByLabel('Start time (hh:mm)'), dialog.getByLabel('End time (hh:mm)')];
  await start.focus();
  await quiet(page);
  const longestMs = await framesWhile(page, async () => {
    for (const [field, time] of [
      [start, '2130'],
      [end, '0630'],
      [start, '0115'],
    ] as const) {
      await field.selectText();
      await page.keyboard.type(time, { delay: 90 });
    }
  });
  figures.add('frame', longestMs);
}
