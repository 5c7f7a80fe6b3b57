import type { Plugin } from 'vite';

const modules = /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/;

/**
 * Leaves out of the build what turns zod's schemas into JSON Schema: every schema class refers to it, so no bundler finds
 * it unused, and it is 5.6 KB gzip of the first load. What calls it in the browser throws; the OpenAPI document and the
 * tests are made in Node, where nothing is left out. An export that is not found here fails the build as a missing one.
 */
export const withoutJsonSchema = (): Plugin => ({
  name: 'without-json-schema',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: modules },
    handler: (code) => ({
      code: [
        `const notBuilt = () => { throw new Error('JSON Schema is left out of the build: scripts/without-json-schema.ts'); };`,
        // The method of a schema is made with the first look at its Standard Schema, and is seldom called.
        'const createMethod = () => notBuilt;',
        `export { ${exportsOf(code)
          .map((name) => `${name.startsWith('create') ? 'createMethod' : 'notBuilt'} as ${name}`)
          .join(', ')} };`,
      ].join('\n'),
      map: null,
    }),
  },
});

const exportsOf = (code: string): string[] =>
  [...code.matchAll(/^export (?:(?:const|function) |\{ \w+ as )(\w+)/gm)].flatMap(([, name]) => name ?? []);
