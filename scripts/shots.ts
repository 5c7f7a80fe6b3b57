import { mkdirSync } from 'node:fs';
import { chromium, expect, type Page } from '@playwright/test';
import { overPages } from '../e2e/page-dialogs.ts';
import { signedInAs } from '../e2e/steps.ts';
import { ensureBrowser, launchOptions } from './browser.ts';
import { buildIfStale, serve } from './built-app.ts';
import { middle, moments, phone } from './shots/moments.ts';
import { prepare } from './shots/prepare.ts';
import { readOnly, screens } from './shots/screens.ts';

// Saves a picture of every main screen, light and dark, to shots/; `npm run shots -- conflict` only those so named.
const only = process.argv.slice(2);
const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part));
let saved = 0;

ensureBrowser();
await buildIfStale();
mkdirSync('shots', { recursive: true });
const { address, server } = await serve(0);
const browser = await chromium.launch(launchOptions());
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: middle,
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('tree').waitFor();
  await prepare(page);
  for (const [name, path] of screens) {
    if (!wanted(name)) continue;
    await page.goto(new URL(path, address).href);
    await page.getByRole('treeitem', { includeHidden: true }).first().waitFor();
    const place = /[?&](policy|device|task|dialog|why)=/.test(path) ? 'dialog' : 'main';
    await page.getByRole(place).first().waitFor();
    await shown(page, path);
    await save(page, `${name}-${colorScheme}`);
  }
  for (const [name, size, act] of moments) {
    if (!wanted(name)) continue;
    await page.setViewportSize(size);
    await page.goto(new URL('/groups/berlin/devices', address).href);
    await page.getByRole('table').waitFor();
    await act(page);
    await save(page, `${name}-${colorScheme}`);
  }
  await page.setViewportSize(middle);
  // The last moment was one of a full disk, which would forget every save that follows.
  await page.goto(new URL('/groups/berlin/devices?conditions=', address).href);
  await page.getByRole('table').waitFor();
  for (const { name, path, act } of Object.values(overPages).flat()) {
    if (!wanted(name)) continue;
    for (const [size, mark] of [
      [middle, ''],
      [phone, '-400'],
    ] as const) {
      await page.setViewportSize(size);
      await page.goto(new URL(path, address).href);
      await page.getByRole('banner', { includeHidden: true }).waitFor();
      await act(page);
      await page.getByRole('dialog').first().waitFor();
      await save(page, `${name}${mark}-${colorScheme}`);
    }
  }
  await page.setViewportSize(middle);
  await signedInAs(page, 'l-novak');
  for (const [name, path] of screens.filter(([screen]) => readOnly.includes(screen))) {
    if (!wanted(`read-only-${name}`)) continue;
    await page.goto(new URL(path, address).href);
    await page
      .getByText(/your role, Auditor|L\. Novak/i)
      .first()
      .waitFor();
    await shown(page, path);
    await save(page, `read-only-${name}-${colorScheme}`);
  }
  await context.close();
}
await browser.close();
await server.close();
console.log(`Saved ${String(saved)} pictures to shots/`);

/** Waits for what an address opens on top of its page. */
async function shown(page: Page, path: string): Promise<void> {
  if (path.includes('why=')) await page.getByRole('dialog', { name: /^Why\?/ }).waitFor();
  if (path.includes('/schedule?at')) await page.getByRole('region', { name: 'Runs', exact: true }).waitFor();
  if (path.includes('ioc-scanning')) await page.getByRole('slider').first().waitFor();
}

async function save(page: Page, name: string): Promise<void> {
  await expect(page.locator('[aria-label^="Loading"], .MuiSkeleton-root')).toHaveCount(0);
  await expect(page.getByText('Working out what would change…')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  saved += 1;
  await page.screenshot({ path: `shots/${name.replaceAll(/[ ,]+/g, '-')}.png`, animations: 'disabled' });
}
