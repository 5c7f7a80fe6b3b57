import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { environment, viewport, type Engine, type Key, type Tab } from './driver.ts';
import { endGroup, freePort, startGroup } from './processes.ts';
import { takeComplaints } from './record-complaints.ts';

/** What WebDriver sends for keys that type nothing (W3C WebDriver, keyboard actions). */
const codes: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/**
 * Stock WebKitGTK through its own driver, which speaks W3C WebDriver over HTTP. It needs a screen: one of memory is made for it.
 * @param driver where WebKitWebDriver is installed
 */
export async function startWebKit(driver: string): Promise<Engine> {
  const screen = startGroup('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = String((await once(screen.stdio[3] ?? screen, 'data'))[0]).trim();
  const port = await freePort();
  const server = startGroup(driver, [`--port=${String(port)}`], {
    env: { ...environment, DISPLAY: `:${display}`, NO_AT_BRIDGE: '1', GSETTINGS_BACKEND: 'memory' },
    stdio: 'ignore',
  });
  const close = () => {
    endGroup(server);
    endGroup(screen);
    return Promise.resolve();
  };
  try {
    return { ...(await newSession(`http://127.0.0.1:${String(port)}`)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Send = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>;

async function newSession(driver: string): Promise<Omit<Engine, 'close'>> {
  await untilReady(driver);
  const { sessionId, capabilities } = (await sendTo(driver, 'POST', '/session', { capabilities: {} })) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  };
  const send: Send = (method, path, body) => sendTo(driver, method, `/session/${sessionId}${path}`, body);
  await send('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 });
  let current = (await send('GET', '/window')) as string;
  // A command goes to the window that is current.
  const inWindow =
    (handle: string): Send =>
    async (...command) => {
      if (current !== handle) await send('POST', '/window', { handle });
      current = handle;
      return send(...command);
    };
  const tabs: Tab[] = [];
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    async newTab() {
      const handle =
        tabs.length === 0
          ? current
          : ((await send('POST', '/window/new', { type: 'window' })) as { readonly handle: string }).handle;
      const tab = tabOf(inWindow(handle));
      tabs.push(tab);
      await inWindow(handle)('POST', '/window/rect', { x: 0, y: 0, ...viewport });
      return tab;
    },
    complaints: async () => (tabs[0] ? takeComplaints(tabs[0]) : []),
  };
}

function tabOf(send: Send): Tab {
  const act = (source: object) => send('POST', '/actions', { actions: [source] });
  const keys = (strokes: readonly (readonly string[])[]) =>
    act({
      type: 'key',
      id: 'keyboard',
      actions: strokes.flatMap((stroke) => [
        ...stroke.map((value) => ({ type: 'keyDown', value })),
        ...stroke.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]),
    });
  return {
    async goto(url) {
      await send('POST', '/url', { url });
    },
    async evaluate(expression) {
      const script = `const done = arguments[0];
        Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const reply = (await send('POST', '/execute/async', { script, args: [] })) as {
        readonly value?: unknown;
        readonly error?: string;
      };
      if (reply.error !== undefined) throw new Error(reply.error);
      return reply.value;
    },
    async clickAt(x, y) {
      const to = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 };
      const click = [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [to, ...click] });
    },
    async press(key: Key) {
      await keys([key.split('+').map((name) => codes[name] ?? name)]);
    },
    async type(text) {
      await keys(Array.from(text, (letter) => [letter]));
    },
    async screenshot(path) {
      await writeFile(path, Buffer.from((await send('GET', '/screenshot')) as string, 'base64'));
    },
  };
}

/** A driver that has just been started listens a moment later. */
async function untilReady(driver: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await sendTo(driver, 'GET', '/status');
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await wait(50);
    }
  }
}

async function sendTo(driver: string, method: string, path: string, body: object = {}): Promise<unknown> {
  const response = await fetch(`${driver}${path}`, {
    method,
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(90_000),
  });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`WebKitWebDriver on ${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}
