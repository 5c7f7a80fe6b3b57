import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** The entry of the page and every chunk that it imports statically. */
function firstLoad(name, files = new Set()) {
  const { file, imports = [] } = manifest[name];
  if (files.has(file)) return files;
  files.add(file);
  for (const imported of imports) firstLoad(imported, files);
  return files;
}

export default [
  {
    name: 'First load: JavaScript before the first screen, without the mock backend',
    path: [...firstLoad('index.html')].map((file) => `dist/${file}`),
    gzip: true,
    limit: '230 kB',
  },
];
