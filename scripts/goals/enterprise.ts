import type { Locator, Page } from '@playwright/test';

/** Opens the list of all 100,000 devices, and waits for its first row. */
export async function openDevices(page: Page, address: string): Promise<void> {
  await page.goto(`${address}groups/managed-devices/devices?scenario=enterprise`);
  await page.getByRole('button', { name: 'ADL-LT-00001', exact: true }).waitFor();
}

/** Opens the list of policies, and waits for its first row. @returns the button that opens the policy above all others */
export async function openPolicies(page: Page, address: string): Promise<Locator> {
  await page.goto(`${address}groups/managed-devices/policies?scenario=enterprise`);
  const baseline = page.getByRole('table', { name: 'Policies' }).getByRole('button', { name: 'Baseline', exact: true });
  await baseline.waitFor();
  return baseline;
}
