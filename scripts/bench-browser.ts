import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { medianOf } from './bench-median.ts';
import { ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';

/** How soon the built console shows its devices, and how much JavaScript that takes. */
export async function browserFigures(): Promise<(readonly [what: string, figure: string])[]> {
  ensureBrowser();
  await buildIfStale();
  const { cold, warm } = await firstRows();
  const html = readFileSync('dist/index.html', 'utf8');
  const first = kbOf([...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map((match) => match[1] ?? ''));
  const worker = kbOf(readdirSync('dist/assets').filter((file) => /^worker-.*\.js$/.test(file)));
  return [
    ['empty profile to the first row of devices', `${medianOf(cold).toFixed(0)} ms (median of 5)`],
    ['second load to the first row of devices', `${medianOf(warm).toFixed(0)} ms (median of 5)`],
    ['JavaScript before the first screen, without the backend', `${first.toFixed(1)} KB gzip`],
    ['JavaScript of the backend’s worker, which no real server needs', `${worker.toFixed(1)} KB gzip`],
  ];
}

async function firstRows(): Promise<{ cold: number[]; warm: number[] }> {
  const { address, server } = await serve(0);
  const cold: number[] = [];
  const warm: number[] = [];
  const browser = await chromium.launch(launchOptions());
  for (let round = 0; round < 5; round += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const figures of [cold, warm]) {
      const begun = performance.now();
      await page.goto(address);
      await page
        .getByRole('table', { name: 'Devices' })
        .getByRole('button', { name: 'ADL-WS-0001', exact: true })
        .waitFor();
      figures.push(performance.now() - begun);
    }
    await context.close();
  }
  await browser.close();
  await server.close();
  return { cold, warm };
}

const kbOf = (files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/assets/${file}`)).length, 0) / 1000;
