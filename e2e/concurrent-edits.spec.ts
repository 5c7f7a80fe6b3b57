import type { Page } from '@playwright/test';
import { linearCongruentialGenerator } from '#mocks/testing/random-generator.ts';
import { bothDrawn, deep, expect, expecting, test } from './fixtures.ts';
import { readPolicy } from './policy-edits.ts';
import { open, openSection, signedInAs } from './steps.ts';

test.use(bothDrawn);

/** What the two of them edit: a name, which can collide, and a box, which differs on both sides only in the same way. */
interface Message {
  readonly name: string;
  readonly legitimate: boolean;
}

/** The first steps bring each kind of outcome, whatever the draws bring: two names that collide, and a box beside a name. */
const firstSteps: readonly { readonly at: 0 | 1; readonly renames: boolean; readonly waits: boolean }[] = [
  { at: 0, renames: true, waits: true },
  { at: 1, renames: true, waits: false },
  { at: 0, renames: true, waits: false },
  { at: 0, renames: false, waits: true },
  { at: 1, renames: true, waits: false },
  { at: 0, renames: false, waits: false },
];

/** The same draws in every run. */
const draw = linearCongruentialGenerator(2029);

/** In full, as many as in the same test of the backend alone. */
const edits = Number(process.env['VESPER_EDITS'] ?? (deep ? 200 : 10));

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
      // The name that the other one saved may come between the marking of all and the typing.
      await expect(async () => {
        await window.getByLabel('Name', { exact: true }).fill(next);
        await expect(window.getByLabel('Name', { exact: true })).toHaveValue(next, { timeout: 500 });
      }).toPass();
    },
    /** Ticks the box, or takes its tick away. */
    async tick() {
      await openSection(window, 'Threat Response');
      await window.getByLabel(/^Enable detection of legitimate applications/).click();
    },
    /** The revision that an edit stands on: once something is edited, it stays. */
    basis: async () => Number(/revision (\d+)/.exec(await window.innerText())?.[1]),
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

interface Edited {
  /** What it stands on. */
  readonly base: Message;
  readonly revision: number;
  readonly mine: Message;
}

type Administrator = Awaited<ReturnType<typeof administratorAt>>;

/** Somebody renames the policy, or ticks the box the other way. A window without edits goes on with what the other saved. */
async function edited(who: Administrator, name: string | null, history: ReadonlyMap<number, Message>): Promise<Edited> {
  if (name === null) await who.tick();
  else await who.rename(name);
  const revision = await who.basis();
  const base = history.get(revision);
  if (!base) throw new Error(`${who.name} edits revision ${String(revision)}, which nobody saved`);
  return { base, revision, mine: name === null ? { ...base, legitimate: !base.legitimate } : { ...base, name } };
}

test(
  `${String(edits)} interleaved edits of two administrators in two tabs: none is lost, and every conflict is shown`,
  expecting('412 PUT /policies/labs', '412 POST /dry-run'),
  async ({ page }) => {
    test.setTimeout(deep ? 1_200_000 : 360_000);
    const other = await page.context().newPage();
    await signedInAs(other, 'j-keller');
    const administrators = [
      await administratorAt(page, 'M. Admin'),
      await administratorAt(other, 'J. Keller'),
    ] as const;
    const now = async () => {
      const { view, draft } = await readPolicy(page, 'labs');
      const legitimate = draft.settings.additional.value.detectLegitimateApplications;
      return { said: { name: draft.name, legitimate }, revision: view.revision, by: view.modifiedBy };
    };
    const first = await now();
    /** What each revision said. */
    const history = new Map([[first.revision, first.said]]);
    /** Edits that are not applied yet: meanwhile the other one may save. */
    const pending: (Edited | null)[] = [null, null];
    let expected: Message = first.said;
    const seen = { saved: 0, merged: 0, asked: 0 };

    for (let i = 0; seen.saved + seen.merged + seen.asked < edits; i += 1) {
      const { at, renames, waits } = firstSteps[i] ?? {
        at: draw() < 0.5 ? 0 : 1,
        renames: draw() < 0.75,
        waits: draw() < 0.9,
      };
      const who = administrators[at];
      const begun = pending[at] ?? null;
      const { base, mine, revision } = begun ?? (await edited(who, renames ? `Labs ${String(i)}` : null, history));
      pending[at] = begun === null && waits ? { base, mine, revision } : null;
      if (pending[at] !== null) continue;
      const before = await now();

      const conflict = await who.apply();
      expect(conflict, `edit ${String(i)} by ${who.name}`).toBe(before.revision !== revision);
      if (conflict) {
        const by = before.by === who.name ? 'You' : before.by;
        await expect(who.panel).toContainText(`${by} saved revision ${String(before.revision)}`);
        const collided = mine.name !== base.name && before.said.name !== base.name;
        expect(await who.asks(), `edit ${String(i)} by ${who.name}`).toBe(collided);
        const keepsMine = draw() < 0.5;
        if (collided) await who.choose(keepsMine ? 'Mine' : 'Theirs');
        const name = mine.name !== base.name && (!collided || keepsMine) ? mine.name : before.said.name;
        const legitimate = mine.legitimate === base.legitimate ? before.said.legitimate : mine.legitimate;
        expected = { name, legitimate };
        await who.saveMerged();
        seen[collided ? 'asked' : 'merged'] += 1;
      } else {
        expected = mine;
        seen.saved += 1;
      }
      const after = await now();
      expect(after.said, `after edit ${String(i)} by ${who.name}`).toEqual(expected);
      history.set(after.revision, after.said);
    }
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(edits / 20);
  },
);
