import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { medianOf } from './bench-median.ts';
import type { Table } from './bench-table.ts';
import { chromiumPath, ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';
import { loadWords, watchLoad } from './goals/load.ts';

const rounds = 3;
/** The categories that are asked for, and the score out of 100 that is wanted of each. */
const wanted = [
  ['performance', 'Performance', 95],
  ['accessibility', 'Accessibility', 100],
  ['best-practices', 'Best practices', 100],
] as const;

/** Lighthouse with its desktop preset on the first screen of the built console, a new profile for each round. */
export async function lighthouseFigures(): Promise<Table> {
  ensureBrowser();
  await buildIfStale();
  const load = watchLoad();
  const { address, server } = await serve(0);
  const runs: Map<string, number>[] = [];
  let version = '';
  for (let round = 0; round < rounds; round += 1) {
    const found = await scoresOf(address);
    runs.push(found.scores);
    version = found.version;
    for (const complaint of found.complaints) console.log(complaint);
  }
  await server.close();
  const words = loadWords(load.stop());
  return {
    head: ['what', 'wanted', 'measured', 'how', 'load'],
    rows: wanted.map(([id, title, least]) => {
      const score = medianOf(runs.map((scores) => scores.get(id) ?? 0));
      return [
        title,
        `≥ ${String(least)}`,
        `${score < least ? '**missed:** ' : ''}${String(score)}`,
        `Lighthouse ${version}, desktop preset, demo fleet, empty profile; median of ${String(rounds)}`,
        words,
      ];
    }),
  };
}

interface Found {
  readonly version: string;
  readonly scores: Map<string, number>;
  /** What was not perfect, for whoever looks for the cause. */
  readonly complaints: readonly string[];
}

async function scoresOf(address: string): Promise<Found> {
  const profile = mkdtempSync(join(tmpdir(), 'vesper-lighthouse-'));
  const chrome = await launch({
    chromePath: chromiumPath(),
    chromeFlags: ['--headless=new', ...(launchOptions().args ?? [])],
    userDataDir: profile,
    logLevel: 'error',
  });
  try {
    const result = await lighthouse(
      address,
      { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: wanted.map(([id]) => id) },
      desktopConfig,
    );
    if (!result) throw new Error('Lighthouse gave no result: run it again with nothing else on the machine.');
    const { lhr } = result;
    if (lhr.runtimeError) throw new Error(`Lighthouse could not load the console: ${lhr.runtimeError.message}`);
    return {
      version: lhr.lighthouseVersion,
      scores: new Map(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
      complaints: Object.values(lhr.categories).flatMap(({ auditRefs }) =>
        auditRefs.flatMap(({ id, weight }) => {
          const audit = lhr.audits[id];
          if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) return [];
          return [`${id}: ${String(audit.score)} ${audit.title} ${audit.displayValue ?? ''}`];
        }),
      ),
    };
  } finally {
    chrome.kill();
    rmSync(profile, { recursive: true, force: true });
  }
}
