import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe says against the page, with targets of at least 24 pixels: each rule with what breaks it.
 * @param part a selector of the part that is asked about, or else all of the page
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } });
  if (part !== undefined) builder.include(part);
  const found = await builder.analyze();
  return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The same of what can be used: the topmost window where one is open, for the page behind it is asked by itself. */
export async function violationsInUse(page: Page): Promise<string[]> {
  return violations(page, (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : undefined);
}
