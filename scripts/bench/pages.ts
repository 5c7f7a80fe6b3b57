import type { Browser, Locator, Page } from '@playwright/test';

/** A page with an empty profile. */
export async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx wraps named functions to keep their names; functions that are sent into the page need the wrapper there.
  await context.addInitScript('globalThis.__name = (named) => named;');
  return context.newPage();
}

const enterprise = (address: string, tab: string) => `${address}groups/managed-devices/${tab}?scenario=enterprise`;

/** Opens the list of all 100,000 devices, and waits for its first row. */
export async function openDevices(page: Page, address: string): Promise<void> {
  await page.goto(enterprise(address, 'devices'));
  await page.getByRole('button', { name: 'ADL-LT-00001', exact: true }).waitFor();
}

/** Opens the list of policies, and waits for its first row. @returns the button that opens the policy of the root */
export async function openPolicies(page: Page, address: string): Promise<Locator> {
  await page.goto(enterprise(address, 'policies'));
  const baseline = page.getByRole('table', { name: 'Policies' }).getByRole('button', { name: 'Baseline', exact: true });
  await baseline.waitFor();
  return baseline;
}
