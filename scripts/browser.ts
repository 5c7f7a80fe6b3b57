import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** A Chromium of the system, by the names that distributions give it; undefined when there is none. */
function systemBrowser(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found !== '') return found;
  }
  return undefined;
}

const hasOwnBrowser = (): boolean => existsSync(chromium.executablePath());

/** How to launch the browser here: Playwright's own where it is installed, else the system's. */
export function launchOptions(): LaunchOptions {
  const system = hasOwnBrowser() ? undefined : systemBrowser();
  return {
    ...(system === undefined ? {} : { executablePath: system }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses to run its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

/** Installs a browser when there is none: Playwright's own, or Debian's package when that cannot be had. */
export function ensureBrowser(): void {
  if (hasOwnBrowser() || systemBrowser() !== undefined) return;
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', 'chromium']],
  ];
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'inherit' });
    } catch {
      console.log(`${command} ${args.join(' ')} failed; trying another way.`);
    }
    if (hasOwnBrowser() || systemBrowser() !== undefined) return;
  }
  throw new Error('No browser for the tests. Install Chromium, or run: npx playwright install chromium');
}
