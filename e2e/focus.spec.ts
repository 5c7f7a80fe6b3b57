import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { open } from './steps.ts';

test('whatever has the focus of the keyboard shows it by an outline or its border', async ({ page }) => {
  await open(page, '/groups/berlin/policies?policy=berlin&section=threat-response&dialog=ioc-scanning');
  await page.getByRole('slider').first().waitFor();
  const seen = await outlines(page, 14);
  await open(page, '/groups/berlin/devices');
  await page.getByRole('table').waitFor();
  seen.push(...(await outlines(page, 30)));
  expect(seen.filter(({ shown }) => !shown)).toEqual([]);
  expect(new Set(seen.map(({ what }) => what)).size).toBeGreaterThan(20);
});

/** What the focus comes to with that many presses of Tab, and whether one sees that it is there. */
async function outlines(page: Page, presses: number) {
  const seen: { what: string; shown: boolean }[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    seen.push(
      await page.evaluate(() => {
        const at = document.activeElement ?? document.body;
        const box = at.closest('.MuiRadio-root, .MuiCheckbox-root, .MuiSwitch-switchBase') ?? at;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
        // A field's border is drawn in its colour instead.
        const field = at.closest('.Mui-focused') !== null;
        return {
          what: at.outerHTML,
          shown: field || boxShadow !== 'none' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
        };
      }),
    );
  }
  return seen;
}
