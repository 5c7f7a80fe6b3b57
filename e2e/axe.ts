import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe says against the page: each rule with what breaks it.
 * @param part a selector of the part that is asked about, or else all of the page
 */
export const violations = (page: Page, part?: string): Promise<string[]> => foundBy(builderFor(page, part));

/**
 * What axe says against what can be used, with targets of at least 24 pixels: the topmost window where one is open, for the
 * page behind it is asked by itself.
 */
export async function violationsInUse(page: Page): Promise<string[]> {
  const part = (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : undefined;
  return foundBy(builderFor(page, part).options({ rules: { 'target-size': { enabled: true } } }));
}

function builderFor(page: Page, part: string | undefined): AxeBuilder {
  const builder = new AxeBuilder({ page });
  return part === undefined ? builder : builder.include(part);
}

async function foundBy(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
