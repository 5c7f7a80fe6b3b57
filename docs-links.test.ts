import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => existsSync(file));
const markdown = files.filter((file) => file.endsWith('.md'));
const sources = files.filter((file) => /\.(tsx?|js|mjs|sh)$/.test(file) && file !== 'docs-links.test.ts');
const folders = new Set(files.flatMap((file) => file.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))));

/** The anchor that GitHub gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function anchorsIn(file: string): ReadonlySet<string> {
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading)));
}

/** What is wrong with a link, or null. @param target a path from the root of the repository, with or without an anchor */
function broken(target: string): string | null {
  const [file = '', anchor] = target.split('#');
  if (!existsSync(file)) return `${file} does not exist`;
  if (anchor === undefined || !file.endsWith('.md')) return null;
  return anchorsIn(file).has(anchor) ? null : `${file} has no heading #${anchor}`;
}

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').entries();

test('every relative link in a Markdown file leads to a file and a heading', () => {
  const faults = markdown.flatMap((file) =>
    [...linesOf(file)].flatMap(([line, text]) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
        if (/^[a-z]+:/.test(link)) return [];
        const target = link.startsWith('#') ? `${file}${link}` : path.join(path.dirname(file), link);
        const fault = broken(target);
        return fault === null ? [] : [`${file}:${String(line + 1)} ${fault}`];
      }),
    ),
  );
  expect(faults).toEqual([]);
});

/** What a decision names because it was removed. */
const removed = new Set(['scripts/dead.ts', 'scripts/imports.ts', 'scripts/size.ts', 'scripts/test.ts']);

test('every path of this repository that a Markdown file names exists', () => {
  const named = /`((?:src|backend|mocks|e2e|scripts|docs|public|findings)\/[\w./*-]+)`/g;
  const exists = (name: string) => {
    if (!name.includes('*')) return existsSync(name) || folders.has(name.replace(/\/$/, ''));
    const pattern = new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
    return files.some((file) => pattern.test(file));
  };
  const faults = markdown
    .filter((file) => file !== 'CHANGELOG.md')
    .flatMap((file) =>
      [...linesOf(file)].flatMap(([line, text]) =>
        [...text.matchAll(named)].flatMap(([, name = '']) =>
          exists(name) || removed.has(name) ? [] : [`${file}:${String(line + 1)} ${name} does not exist`],
        ),
      ),
    );
  expect(faults).toEqual([]);
});

test('every link to the documentation in a source file leads to a heading', () => {
  const faults = sources.flatMap((file) =>
    [...linesOf(file)].flatMap(([line, text]) =>
      [...text.matchAll(/docs\/[\w./-]+\.md(?:#[\w-]+)?/g)].flatMap(([target]) => {
        const fault = broken(target);
        return fault === null ? [] : [`${file}:${String(line + 1)} ${fault}`];
      }),
    ),
  );
  expect(faults).toEqual([]);
});

test('rules and screens are cited by a link, not by a section number', () => {
  const faults = sources.flatMap((file) =>
    [...linesOf(file)].flatMap(([line, text]) =>
      /rules? §|(?<![\w/-])(?:domain-rules|rules|screens)\.md/.test(text) ? [`${file}:${String(line + 1)}`] : [],
    ),
  );
  expect(faults).toEqual([]);
});
