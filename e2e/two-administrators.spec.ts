import type { Page } from '@playwright/test';
import { drawsOf } from '../mocks/draws.ts';
import { bothDrawn, expect, test } from './fixtures.ts';
import { readPolicy } from './policy-edits.ts';
import { open, openSection, signedInAs } from './steps.ts';

test.use(bothDrawn);

/** What the two of them edit: a name, which can collide, and a box, which differs on both sides only in the same way. */
interface Said {
  readonly name: string;
  readonly legitimate: boolean;
}

/** The same draws in every run. */
const draw = drawsOf(2026);

/** `VESPER_EDITS=200` makes as many as the same test of the backend alone. */
const edits = Number(process.env['VESPER_EDITS'] ?? 40);

async function administratorAt(page: Page, name: string) {
  await open(page, '/groups/labs/policies?policy=labs', 'small');
  const window = page.getByRole('dialog', { name: /^Properties: / });
  const saved = window.getByText('Everything is saved');
  const panel = window.getByRole('alert').filter({ hasText: 'Nothing was overwritten, and your edits are kept here.' });
  const choice = panel.getByRole('radiogroup', { name: 'General' });
  return {
    name,
    page,
    panel,
    async rename(next: string) {
      await openSection(window, 'General');
      await window.getByLabel('Name', { exact: true }).fill(next);
    },
    async tick(on: boolean) {
      await openSection(window, 'Threat Response');
      await window.getByLabel(/^Enable detection of legitimate applications/).setChecked(on);
    },
    /** Applies, and waits until it is saved or the conflict is shown. @returns true on a conflict */
    async apply(): Promise<boolean> {
      await window.getByRole('button', { name: 'Apply' }).click();
      await saved.or(panel).first().waitFor();
      return panel.isVisible();
    },
    /** True when the panel asks which name to keep. */
    asks: () => choice.isVisible(),
    choose: (side: 'Mine' | 'Theirs') => choice.getByRole('radio', { name: side }).check(),
    async saveMerged() {
      await panel.getByRole('button', { name: 'Save merged' }).click();
      await saved.waitFor();
      await panel.waitFor({ state: 'hidden' });
    },
  };
}

test(`${String(edits)} interleaved edits of two administrators in two tabs: none is lost, and every conflict is shown`, async ({
  page,
}) => {
  test.slow();
  const other = await page.context().newPage();
  await signedInAs(other, 'j-keller');
  const administrators = [await administratorAt(page, 'M. Admin'), await administratorAt(other, 'J. Keller')] as const;
  const now = async () => {
    const { view, draft } = await readPolicy(page, 'labs');
    const legitimate = draft.settings.additional.value.detectLegitimateApplications;
    return { said: { name: draft.name, legitimate }, revision: view.revision, by: view.modifiedBy };
  };
  const first = await now();
  const known = [first, first];
  let expected: Said = first.said;
  const seen = { saved: 0, merged: 0, asked: 0 };

  for (let i = 0; i < edits; i += 1) {
    const at = draw() < 0.5 ? 0 : 1;
    const who = administrators[at];
    const base = known[at] ?? first;
    const before = await now();
    const mine: Said =
      draw() < 0.6 ? { ...base.said, name: `Labs ${String(i)}` } : { ...base.said, legitimate: !base.said.legitimate };
    if (mine.name === base.said.name) await who.tick(mine.legitimate);
    else await who.rename(mine.name);

    const conflict = await who.apply();
    expect(conflict, `edit ${String(i)} by ${who.name}`).toBe(before.revision !== base.revision);
    if (conflict) {
      const by = before.by === who.name ? 'You' : before.by;
      await expect(who.panel).toContainText(`${by} saved revision ${String(before.revision)}`);
      const collided = mine.name !== base.said.name && before.said.name !== base.said.name;
      expect(await who.asks(), `edit ${String(i)} by ${who.name}`).toBe(collided);
      const keepsMine = draw() < 0.5;
      if (collided) await who.choose(keepsMine ? 'Mine' : 'Theirs');
      const name = mine.name !== base.said.name && (!collided || keepsMine) ? mine.name : before.said.name;
      const legitimate = mine.legitimate === base.said.legitimate ? before.said.legitimate : mine.legitimate;
      expected = { name, legitimate };
      await who.saveMerged();
      seen[collided ? 'asked' : 'merged'] += 1;
    } else {
      expected = mine;
      seen.saved += 1;
    }
    const after = await now();
    expect(after.said, `after edit ${String(i)} by ${who.name}`).toEqual(expected);
    known[at] = after;
  }
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(edits / 20);
});
