import type { Engine } from './driver.ts';
import { call } from './in-page.ts';
import { screenOf, until, type Screen } from './screen.ts';

/** What every browser must be able to do, in the order in which it is done; each part goes on where the one before ended. */
export interface Journey {
  readonly parts: readonly (readonly [name: string, part: () => Promise<void>])[];
  /** The tabs that are open, the first one first. */
  readonly screens: readonly Screen[];
}

const berlin = '/groups/berlin/policies';
const apply = { role: 'button', name: 'Apply' } as const;
const properties = { role: 'dialog', name: 'Properties: Berlin' } as const;
const additional = { role: 'group', name: 'Additional' } as const;
const underPolicy = { role: 'switch', name: 'Under policy' } as const;
const setTo = 'File areas on system drives of the device · 20:00–07:00';

/** @param base where the console is served, with a slash at its end */
export async function journeyIn(engine: Engine, base: string): Promise<Journey> {
  const first = screenOf(await engine.newTab());
  const second = screenOf(await engine.newTab());
  const open = (screen: Screen, path: string) => screen.tab.goto(new URL(path, base).href);
  /** How one request is answered; 0 where it is not the backend that answers. */
  const status = (screen: Screen, path: string) =>
    screen.tab.evaluate(
      `fetch('/api/v1${path}').then(({ status, headers }) => (headers.get('content-type').includes('json') ? status : 0))`,
    );

  const answered = async (screen: Screen) => {
    const was = await status(screen, '/world');
    if (was !== 200) throw new Error(`The backend did not answer an open tab at once, but ${String(was)}.`);
  };

  const parts = {
    async 'the first rows are shown'() {
      await open(first, '/');
      await first.see({ role: 'treeitem', name: 'Managed devices' });
      await first.see({ role: 'row' });
    },

    async 'the ten steps with keys alone: what is typed as 2000 is saved as 20:00'() {
      await first.moveTo({ role: 'treeitem', name: 'Managed devices' });
      for (const [group, next] of [
        ['Managed devices', 'Offices'],
        ['Offices', 'Europe'],
        ['Europe', 'Berlin'],
      ] as const) {
        if (!(await first.see({ role: 'treeitem', name: group })).on) await first.press('ArrowRight');
        await first.moveTo({ role: 'treeitem', name: next }, 'ArrowDown');
      }
      await first.press('Enter');
      await first.see({ role: 'heading', name: 'Berlin' });
      await first.moveTo({ role: 'tab', name: 'Devices' });
      await first.press('ArrowRight', 'Enter');
      // The line below the heading names the policy too, and is there before the list.
      await first.see({ role: 'row', containing: 'Berlin 2025' });
      await first.moveTo({ role: 'button', name: 'Berlin' });
      await first.press('Enter');
      await first.see(properties);
      await first.moveTo({ role: 'button', name: 'Threat Response' });
      await first.press('Enter');
      await configureByKeys(first);
      await first.moveTo(underPolicy, 'Shift+Tab');
      await first.press('Space');
      await first.see(underPolicy, ({ on }) => on, 'and on');
      await first.moveTo(apply);
      await first.press('Enter');
      await first.see({ role: 'status', name: 'Everything is saved' });
      await first.moveTo({ role: 'button', name: 'OK' });
      await first.press('Enter');
      await first.expectHidden(properties);
    },

    async 'a reload shows what was saved'() {
      await open(first, `${berlin}?policy=berlin&section=threat-response`);
      await seesTheSave(first);
    },

    async 'a second tab shows it too'() {
      await open(second, `${berlin}?policy=berlin&section=threat-response`);
      await seesTheSave(second);
    },

    async 'the schedule shows figures, and a search that is typed over leaves no error'() {
      await open(first, '/groups/berlin/schedule?at=20261124T1800Z');
      await first.see({ role: 'group', containing: 'median start' });
      await until('the search opens', async () => {
        await first.press('Control+k');
        return first.tab.evaluate('document.activeElement?.getAttribute("role") === "combobox"') as Promise<boolean>;
      });
      await first.type('berlin laboratory');
      await first.see({ role: 'combobox', name: 'Search or go to' });
      await first.press('Escape');
    },

    async 'a tab keeps its backend when another one registers the service worker anew'() {
      await second.tab.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.unregister())');
      await open(second, berlin);
      await second.see({ role: 'tab', name: 'Policies' });
      await answered(first);
    },

    async 'a worker that crashes is started again, and what was saved is there'() {
      await open(second, `${berlin}?conditions=crash:100`);
      await second.see({ role: 'button', name: 'Conditions: Set by hand' });
      await until('the worker crashes', async () => (await status(second, '/groups/berlin')) === 503);
      await open(second, `${berlin}?policy=berlin&section=threat-response&conditions=`);
      await seesTheSave(second);
      await answered(first);
    },

    async 'where the storage does not answer, it is asked how to go on'() {
      await first.tab.evaluate(call(keepBusy, 'vesper-small'));
      await open(second, '/?scenario=small');
      await second.click({ role: 'button', name: 'Continue in memory' });
      await second.see({ role: 'treeitem', name: 'Managed devices' });
      await second.see({ role: 'status', containing: 'did not answer. Everything works, but in memory' });
    },
  };
  return { parts: Object.entries(parts), screens: [first, second] };
}

/** In a page: makes the database of a data set, and keeps it busy with a transaction that never ends. */
function keepBusy(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of ['vesper', 'journal']) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      const store = request.result.transaction(['vesper', 'journal'], 'readwrite').objectStore('vesper');
      const goOn = () => {
        resolve();
        store.get('version').onsuccess = goOn;
      };
      goOn();
    };
  });
}

/** From the policy's window: Configure, both radio groups by arrows, the two times as they are typed, OK. */
async function configureByKeys(screen: Screen): Promise<void> {
  await screen.moveTo({ role: 'button', name: 'Configure' });
  await screen.press('Enter');
  await screen.see({ role: 'dialog', name: 'IOC scanning settings' });
  await screen.moveTo({ role: 'radio', name: 'Critical file areas on the device' });
  await screen.press('ArrowUp');
  await screen.moveTo({ role: 'radio', name: 'Manual start' });
  await screen.press('ArrowDown', 'ArrowDown');
  await screen.moveTo({ role: 'textbox', name: 'Start time (hh:mm)' });
  await screen.press('Control+a');
  await screen.type('2000');
  await screen.press('Tab', 'Control+a');
  await screen.type('0700');
  await screen.press('Tab');
  await screen.see({ role: 'textbox', name: 'Start time (hh:mm)' }, ({ value }) => value === '20:00', 'as 20:00');
  await screen.moveTo({ role: 'button', name: 'OK' });
  await screen.press('Enter');
  await screen.expectHidden({ role: 'dialog', name: 'IOC scanning settings' });
}

async function seesTheSave(screen: Screen): Promise<void> {
  await screen.see(underPolicy, ({ on }) => on, 'and on');
  await screen.see({ ...additional, containing: setTo });
}
