import { chromium, type Browser } from '@playwright/test';
import { ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';
import { answerGoals } from './goals/answers.ts';
import { firstRowGoals } from './goals/first-rows.ts';
import type { Goal } from './goals/goal.ts';
import { loadWords, watchLoad } from './goals/load.ts';
import { interpreted, roundsGoals } from './goals/rounds.ts';
import { tenStepsGoals } from './goals/ten-steps.ts';
import type { Table } from './bench-table.ts';

interface Measure {
  readonly of: (browser: Browser, address: string) => Promise<Goal[]>;
  readonly flags?: readonly string[];
}

const measures: readonly Measure[] = [
  { of: firstRowGoals },
  { of: answerGoals },
  { of: tenStepsGoals },
  { of: roundsGoals, flags: interpreted },
];

/** What is wanted of the screen with 100,000 devices, and what the built console gives; a browser of its own for each part. */
export async function goalFigures(): Promise<Table> {
  ensureBrowser();
  await buildIfStale();
  const { address, server } = await serve(0);
  const rows: string[][] = [];
  for (const measure of measures) {
    const load = watchLoad();
    const options = launchOptions();
    const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...(measure.flags ?? [])] });
    const goals = await measure.of(browser, address);
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
