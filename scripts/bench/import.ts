import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { freshPage, openDevices } from './pages.ts';
import { atMostMs, type Result } from './result.ts';

const rounds = 3;
const rows = 100_000;
const limit = { timeout: 120_000 };

/** Checks and imports a list of 100,000 new devices into a fleet of as many. */
export async function importInventory(browser: Browser, address: string): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vesper-'));
  const path = join(folder, 'fleet.csv');
  writeFileSync(path, deviceList());
  const checking: number[] = [];
  const importing: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await freshPage(browser);
    await openDevices(page, address);
    await page.getByRole('button', { name: 'Inventory' }).click();
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    checking.push(
      await msOf(async () => {
        await page.locator('input[type=file]').setInputFiles(path);
        await page.getByRole('button', { name: 'Next: Map' }).click(limit);
        await page.getByRole('button', { name: 'Next: Check' }).click(limit);
        await page.getByText('100,000 new devices, 0 updated').waitFor(limit);
      }),
    );
    importing.push(
      await msOf(async () => {
        await page.getByRole('button', { name: 'Import 100,000 valid rows' }).click();
        await page.getByText('Inventory imported: 100,000 devices created').waitFor(limit);
      }),
    );
    await page.context().close();
  }
  rmSync(folder, { recursive: true });
  return [
    atMostMs('read and check a list of 100,000 devices', 2_000, checking),
    atMostMs('import it', 3_000, importing),
  ];
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const deviceList = () =>
  `Name,Group path,Time zone,Operating system\n${Array.from(
    { length: rows },
    (_, i) => `FLEET-${String(i)},Sites/Site ${String(i % 200)},Asia/Kathmandu,"Windows, 11"\n`,
  ).join('')}`;
