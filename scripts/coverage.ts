import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';

// Runs the unit tests and says which branches of the rules, the services and the simulator none of them takes. Two kinds
// are left out, for no input takes them: what stands in for an element that the type checker cannot see to be there
// (`names[i] ?? ''`), and the end of a switch over every case (`default: return kind satisfies never`).
const wanted = 95;
const folders = ['src/domain', 'backend'];
const directory = 'coverage';

const reporters = ['json', 'text-summary'].map((name) => `--coverage.reporter=${name}`);
const included = folders.map((folder) => `--coverage.include=${folder}/**/*.ts`);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--coverage.enabled', ...included, ...reporters, `--coverage.reportsDirectory=${directory}`],
  { stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);

const position = z.object({ line: z.number().optional(), column: z.number().nullish() });
const report = z
  .record(
    z.string(),
    z.object({
      branchMap: z.record(z.string(), z.object({ locations: z.array(z.object({ start: position })) })),
      b: z.record(z.string(), z.array(z.number())),
    }),
  )
  .parse(JSON.parse(readFileSync(`${directory}/coverage-final.json`, 'utf8')));

let [all, taken, impossible] = [0, 0, 0];
const missing: string[] = [];
for (const [path, { branchMap, b }] of Object.entries(report)) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const never = impossibleAt(source);
  for (const [id, { locations }] of Object.entries(branchMap)) {
    locations.forEach(({ start }, i) => {
      const count = b[id]?.[i] ?? 0;
      if (start.line === undefined) return;
      const place = source.getPositionOfLineAndCharacter(start.line - 1, start.column ?? 0);
      if (count === 0 && never(place)) {
        impossible += 1;
        return;
      }
      all += 1;
      if (count > 0) taken += 1;
      else
        missing.push(`${relative('.', path)}:${String(start.line)}: ${text.split('\n')[start.line - 1]?.trim() ?? ''}`);
    });
  }
}
for (const line of missing) console.log(line);
const percent = (100 * taken) / all;
console.log(
  `${String(taken)} of ${String(all)} branches taken: ${percent.toFixed(1)} % (at least ${String(wanted)}); ${String(impossible)} that nothing can take left out`,
);
process.exit(percent >= wanted ? 0 : 1);

/** Whether a place lies in a branch that no input takes. */
function impossibleAt(source: ts.SourceFile): (place: number) => boolean {
  const ranges: (readonly [number, number])[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      if (ts.isElementAccessExpression(node.left)) ranges.push([node.right.getStart(), node.right.end]);
    }
    if (ts.isDefaultClause(node) && node.statements.some(endsInNever)) ranges.push([node.getStart(), node.end]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return (place) => ranges.some(([start, end]) => place >= start && place < end);
}

function endsInNever(statement: ts.Statement): boolean {
  return (
    ts.isReturnStatement(statement) &&
    statement.expression !== undefined &&
    ts.isSatisfiesExpression(statement.expression)
  );
}
