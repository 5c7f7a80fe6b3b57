import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { figureTable, inMarkdown, type Table } from './bench-table.ts';

// Measures what docs/benchmarks.md says, and writes it: all of it, or the part that is named: `npm run bench -- planner`.
// The figures of a part that was not measured stay as they are.
const page = 'docs/benchmarks.md';
interface Part {
  readonly title: string;
  readonly measure: () => Promise<Table>;
}
const parts = {
  planner: {
    title: 'The planner',
    measure: async () => figureTable((await import('./bench-planner.ts')).plannerFigures()),
  },
  browser: {
    title: 'The browser',
    measure: async () => figureTable(await (await import('./bench-browser.ts')).browserFigures()),
  },
  goals: {
    title: 'What is wanted of the screen',
    measure: async () => (await import('./bench-goals.ts')).goalFigures(),
  },
  lighthouse: { title: 'Lighthouse', measure: async () => (await import('./bench-lighthouse.ts')).lighthouseFigures() },
  screen: {
    title: 'The screen',
    measure: async () => figureTable(await (await import('./bench-ui.ts')).screenFigures()),
  },
} satisfies Record<string, Part>;
const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}: there are ${Object.keys(parts).join(' and ')}.`);
  process.exit(1);
}

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`;
const sections: string[] = [];
for (const [name, { title, measure }] of Object.entries<Part>(parts)) {
  if (asked.length > 0 && !asked.includes(name)) sections.push(keptSection(title));
  else sections.push(`## ${title}\n\nMeasured on: ${machine}.\n\n${inMarkdown(await measure())}`);
}
const report = `# Benchmarks

\`npm run bench\` measures and writes this page, \`npm run bench -- planner\` (or \`browser\`, \`goals\`, \`lighthouse\`, \`screen\`) a part of
it, \`npm run bench:ui\` what is on the screen. Figures are medians; ratios within one run are worth more than the figures. The
planner is measured in processor time of one core, so that what else a machine does at the time counts little; all else by the
clock. The load beside a figure says how many programs wanted to run at once, the measured browser among them.

${sections.filter((section) => section !== '').join('\n\n')}

That all ways of planning give the same starts is a test: \`backend/planner/bulk-plan.test.ts\` and those beside it.
`;
writeFileSync(page, report);
console.log(report);

/** What the page says already of a part that is not measured now. */
function keptSection(title: string): string {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const found = new RegExp(`^## ${title}\n[\\s\\S]*?\\|\n(?!\\|)`, 'm').exec(text);
  return found?.[0].trimEnd() ?? '';
}
