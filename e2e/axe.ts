import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe says against the page: each rule with what breaks it.
 * @param part a selector of the part that is asked about, or else all of the page
 */
export const violations = (page: Page, part?: string): Promise<string[]> => found(page, part);

/**
 * What axe says against what can be used, with targets of at least 24 pixels: the topmost window where one is open, for the
 * page behind it is asked by itself.
 */
export const violationsInUse = async (page: Page): Promise<string[]> =>
  found(page, await inUse(page), { rules: { 'target-size': { enabled: true } } });

/** The same by the rules that look at colours alone, for a page that was asked about in another theme: nothing else differs. */
export const violationsByColour = async (page: Page): Promise<string[]> =>
  found(page, await inUse(page), { runOnly: ['color-contrast', 'link-in-text-block'] });

const inUse = async (page: Page): Promise<string | undefined> =>
  (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : undefined;

async function found(page: Page, part?: string, rules: Parameters<AxeBuilder['options']>[0] = {}): Promise<string[]> {
  // A page keeps the axe that it was given until it is loaded anew: half a megabyte is not sent and read again.
  const has = await page.evaluate(() => 'axe' in globalThis);
  // The console has no frames: axe works in the page alone, with no second one to join what it found in several.
  const builder = new AxeBuilder({ page, ...(has ? { axeSource: ';' } : {}) }).setLegacyMode();
  builder.options({ ...rules, resultTypes: ['violations'] });
  const { violations: against } = await (part === undefined ? builder : builder.include(part)).analyze();
  return against.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
