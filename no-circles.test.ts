import { expect, test } from 'vitest';
import { readSources, type SourceFile } from './scripts/imports.ts';

/** The first circle of imports, as the files on its way; empty when there is none. */
function circleIn(sources: ReadonlyMap<string, SourceFile>): string[] {
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const { to } of sources.get(path)?.imports ?? []) {
      const circle = walk(to, [...way, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  return [...sources.keys()].map((path) => walk(path, [])).find((circle) => circle.length > 0) ?? [];
}

const file = (...to: string[]): SourceFile => ({
  imports: to.map((path) => ({ to: path, names: ['*'] })),
  exports: [],
  usedInside: new Set<string>(),
});

test('a circle is found, and a file that two others share is none', () => {
  expect(circleIn(new Map(Object.entries({ a: file('b'), b: file('c'), c: file('b') })))).toEqual(['b', 'c', 'b']);
  expect(circleIn(new Map(Object.entries({ a: file('b', 'c'), b: file('c'), c: file() })))).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const sources = readSources();
  expect(sources.get('src/main.tsx')?.imports.map(({ to }) => to)).toContain('mocks/hosts/browser.ts');
  expect(circleIn(sources)).toEqual([]);
});
