import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** What a browser is wanted for: what is measured or pictured is so in the whole one; tests are quicker in one without windows. */
type Purpose = 'whole' | 'tests';

/** By the names that distributions give them. */
const wholeNames = ['chromium', 'chromium-browser', 'google-chrome'];
const systemNames: Readonly<Record<Purpose, readonly string[]>> = {
  whole: wholeNames,
  tests: ['chromium-headless-shell', ...wholeNames],
};

/** A Chromium of the system; undefined when there is none. */
function systemBrowser(purpose: Purpose): string | undefined {
  for (const name of systemNames[purpose]) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found !== '') return found;
  }
  return undefined;
}

const hasOwnBrowser = (): boolean => existsSync(chromium.executablePath());
const hasBrowser = (purpose: Purpose): boolean => hasOwnBrowser() || systemBrowser(purpose) !== undefined;
export const isRoot = process.getuid?.() === 0;

/** How to launch the browser here: Playwright's own where it is installed, else the system's. */
export function launchOptions(purpose: Purpose = 'whole'): LaunchOptions {
  const system = hasOwnBrowser() ? undefined : systemBrowser(purpose);
  return {
    ...(system === undefined ? {} : { executablePath: system }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses to run its sandbox as root.
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  };
}

/**
 * Installs a browser when there is none for the purpose: Playwright's own with the libraries it needs, or Debian's package
 * when that cannot be had. System packages are only touched as root.
 * @throws when no way led to a browser, with what a person can do about it.
 */
export function ensureBrowser(purpose: Purpose = 'whole'): void {
  if (hasBrowser(purpose)) return;
  console.log('No browser for this on this machine: installing one.');
  run('npx', ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  if (hasOwnBrowser()) return;
  if (isRoot && existsSync('/etc/debian_version')) {
    run('apt-get', ['update']);
    // Not every Debian has the one without windows.
    for (const name of purpose === 'tests' ? ['chromium-headless-shell', 'chromium'] : ['chromium'])
      if (!hasBrowser(purpose)) run('apt-get', ['install', '-y', '--no-install-recommends', name]);
    if (hasBrowser(purpose)) return;
  }
  throw new Error(
    'This needs Chromium, and it could not be installed. Install your distribution’s package "chromium", ' +
      'or run "npx playwright install --with-deps chromium", and try again.',
  );
}

/** Runs a program that installs something; where it fails, there may be another way. */
export function run(command: string, args: readonly string[]): void {
  console.log(`$ ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.log(`${command} did not succeed; trying what is left.`);
}
