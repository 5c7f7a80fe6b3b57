/** What a part of the benchmarks measured, as a table of the page. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of what was measured, and its figure. */
export const figureTable = (rows: readonly (readonly [what: string, figure: string])[]): Table => ({
  head: ['what', 'figure'],
  rows,
});

/** The table in Markdown. */
export const inMarkdown = ({ head, rows }: Table): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
