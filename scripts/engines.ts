import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isRoot, run } from './browser.ts';

/** A browser engine of the system beside Chromium: where the program is that starts or drives it, or why there is none. */
export type FoundEngine = { readonly name: 'Firefox' | 'WebKit' } & (
  { readonly path: string } | { readonly path: null; readonly why: string }
);

/** What must be there, by the names that distributions give it, and the packages of Debian that bring it. */
const engines = [
  { name: 'Firefox', programs: [['firefox-esr', 'firefox']], packages: ['firefox-esr'] },
  { name: 'WebKit', programs: [['WebKitWebDriver'], ['Xvfb']], packages: ['webkit2gtk-driver', 'xvfb'] },
] as const;

/** Firefox and WebKit of this system. Where one is missing, it is installed on Debian as root, and nowhere else. */
export function availableEngines(): readonly FoundEngine[] {
  return engines.map(({ name, programs, packages }) => {
    const find = () => {
      const paths = programs.map(pathOf);
      return paths.includes(undefined) ? undefined : paths[0];
    };
    const path = find() ?? (install(name, packages) ? find() : undefined);
    if (path !== undefined) return { name, path };
    const why = `it is not installed, and could not be here. On Debian as root: apt-get install ${packages.join(' ')}`;
    return { name, path: null, why };
  });
}

function pathOf(names: readonly string[]): string | undefined {
  for (const name of names) {
    const path = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (path !== '') return path;
  }
  return undefined;
}

/** @returns whether it was tried */
function install(name: string, packages: readonly string[]): boolean {
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.log(`No ${name} on this machine: installing it.`);
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
  return true;
}
