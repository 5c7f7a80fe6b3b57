import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

// Measures what docs/benchmarks.md says, and writes it: all of it, or the part that is named: `npm run bench -- planner`.
// The figures of a part that was not measured stay as they are.
const page = 'docs/benchmarks.md';
const parts = {
  planner: async () => (await import('./bench-planner.ts')).plannerFigures(),
  browser: async () => (await import('./bench-browser.ts')).browserFigures(),
  screen: async () => (await import('./bench-ui.ts')).screenFigures(),
};
const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}: there are ${Object.keys(parts).join(' and ')}.`);
  process.exit(1);
}

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`;
const sections: string[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) sections.push(keptSection(name));
  else {
    const rows = (await measure()).map(([what, figure]) => `| ${what} | ${figure} |`);
    sections.push(
      [`## The ${name}`, '', `Measured on: ${machine}.`, '', '| what | figure |', '|---|---|', ...rows].join('\n'),
    );
  }
}
const report = `# Benchmarks

\`npm run bench\` measures and writes this page, \`npm run bench -- planner\`, \`-- browser\` or \`-- screen\` a part of it. Figures are medians;
ratios within one run are worth more than the figures. The planner is measured in processor time of one core, so that what else
a machine does at the time counts little; the browser and the screen by the clock on the wall.

${sections.filter((section) => section !== '').join('\n\n')}

That all ways of planning give the same starts is a test: \`mocks/simulator/bulk-plan.test.ts\` and those beside it.
`;
writeFileSync(page, report);
console.log(report);

/** What the page says already of a part that is not measured now. */
function keptSection(name: string): string {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const found = new RegExp(`^## The ${name}\n[\\s\\S]*?\\|\n(?!\\|)`, 'm').exec(text);
  return found?.[0].trimEnd() ?? '';
}
