import { setTimeout as wait } from 'node:timers/promises';
import type { Key, Tab } from './driver.ts';
import { shown, type Shown, type Target } from './in-page.ts';

/** How long anything may take on a busy machine, in milliseconds, before the test fails. */
const patienceMs = 20_000;

const describeTarget = ({ role, name, containing }: Target) =>
  [role, name && `“${name}”`, containing && `with “${containing}”`].filter(Boolean).join(' ');

/** Asks again until the answer is one. @throws an error that says what was waited for */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`Waited ${String(patienceMs / 1000)} s in vain: ${what}.`);
    await wait(30);
  }
}

/** What a person does and sees in a tab, in the words of the screens. Everything waits until it can be done or seen. */
export interface Screen {
  readonly tab: Tab;
  /** Waits until something is shown, and is as it should be. @param is what must hold of it, and `so` in words */
  see(target: Target, is?: (seen: Shown) => boolean, so?: string): Promise<Shown>;
  seeGone(target: Target): Promise<void>;
  click(target: Target): Promise<void>;
  press(...keys: readonly Key[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses a key until something has the focus. */
  moveTo(target: Target, key?: Key): Promise<void>;
}

export function screenOf(tab: Tab): Screen {
  const look = async (target: Target) => (await tab.evaluate(shown(target))) as Shown | null;
  const see: Screen['see'] = async (target, is = () => true, so = '') => {
    let last: Shown | null = null;
    return until(`${describeTarget(target)} is shown ${so}`.trim(), async () => {
      last = await look(target);
      return last && is(last) ? last : null;
    }).catch(async (error: unknown) => {
      const page = String(await tab.evaluate('document.body.innerText'))
        .replaceAll(/\s+/g, ' ')
        .slice(0, 600);
      throw new Error(`${String(error)}\n  It is: ${JSON.stringify(last)}\n  The page: ${page}`);
    });
  };
  return {
    tab,
    see,
    async seeGone(target) {
      await until(`${describeTarget(target)} is gone`, async () => (await look(target)) === null);
    },
    async click(target) {
      // What slides or grows into its place is clicked once it stands.
      let before: Shown | null = null;
      const { x, y } = await see(
        target,
        (now) => {
          const stands = before?.x === now.x && before.y === now.y;
          before = now;
          return now.reachable && stands;
        },
        'and can be clicked',
      );
      await tab.clickAt(x, y);
    },
    async press(...keys) {
      for (const key of keys) await tab.press(key);
    },
    type: (text) => tab.type(text),
    async moveTo(target, key = 'Tab') {
      await see(target);
      for (let presses = 0; presses < 80; presses += 1) {
        if ((await look(target))?.focused) return;
        await tab.press(key);
      }
      throw new Error(`80 times ${key} did not reach ${describeTarget(target)}.`);
    },
  };
}
