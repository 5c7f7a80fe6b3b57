import { readFileSync, writeFileSync } from 'node:fs';

// Runs within `npm version`: what is unreleased becomes the section of the new version.
const path = 'CHANGELOG.md';
const version = process.env['npm_package_version'];
if (version === undefined) throw new Error('Run this by "npm version <major|minor|patch>".');
const text = readFileSync(path, 'utf8');
const heading = '## Unreleased\n';
if (!text.includes(heading)) throw new Error(`${path} has no section "Unreleased".`);
const date = new Date().toISOString().slice(0, 10);
writeFileSync(path, text.replace(heading, `${heading}\n## ${version} – ${date}\n`));
