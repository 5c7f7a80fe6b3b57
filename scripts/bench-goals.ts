import { chromium, type Browser } from '@playwright/test';
import { ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';
import { answerGoals } from './goals/answers.ts';
import { firstRowGoals } from './goals/first-rows.ts';
import type { Goal } from './goals/goal.ts';
import { loadWords, watchLoad } from './goals/load.ts';
import { roundsGoals } from './goals/rounds.ts';
import { tenStepsGoals } from './goals/ten-steps.ts';
import type { Table } from './bench-table.ts';

type Measure = (browser: Browser, address: string) => Promise<Goal[]>;

/** What is wanted of the screen with 100,000 devices, and what the built console gives; a browser of its own for each part. */
export async function goalFigures(): Promise<Table> {
  ensureBrowser();
  await buildIfStale();
  const { address, server } = await serve(0);
  const rows: string[][] = [];
  for (const measure of [firstRowGoals, answerGoals, tenStepsGoals, roundsGoals] satisfies Measure[]) {
    const load = watchLoad();
    const browser = await chromium.launch(launchOptions());
    const goals = await measure(browser, address);
    await browser.close();
    const words = loadWords(load.stop());
    rows.push(
      ...goals.map(({ what, wanted, measured, met, how }) => [
        what,
        wanted,
        `${met ? '' : '**missed:** '}${measured}`,
        how,
        words,
      ]),
    );
  }
  await server.close();
  return { head: ['what', 'wanted', 'measured', 'how', 'load'], rows };
}
