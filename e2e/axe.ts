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
  return foundBy((await inUse(page)).options({ rules: { 'target-size': { enabled: true } } }));
}

/** The same by the rules that look at colours alone, for a page that was asked about in another theme: nothing else differs. */
export async function violationsByColour(page: Page): Promise<string[]> {
  return foundBy((await inUse(page)).withRules(['color-contrast', 'link-in-text-block']));
}

async function inUse(page: Page): Promise<AxeBuilder> {
  return builderFor(page, (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : undefined);
}

function builderFor(page: Page, part: string | undefined): AxeBuilder {
  const builder = new AxeBuilder({ page });
  return part === undefined ? builder : builder.include(part);
}

async function foundBy(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
