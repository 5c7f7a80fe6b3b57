import process from 'node:process';

// Runs after `npm install`: whether the `node` that npm scripts find is a supported one. It comes with the packages node-* in
// optionalDependencies (docs/decisions/0030-supported-node.md), and npm says nothing where one of those could not be had.
const oldest = [22, 12];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `npm scripts would run with Node ${process.versions.node}; they need ${oldest.join('.')} or newer. The package that brings ` +
      `Node 24 was not installed for ${process.platform} ${process.arch}. Run "npm ci" again, without --omit=optional, ` +
      'or install Node 24 (https://nodejs.org).',
  );
  process.exit(1);
}
