import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** One import, export-from, `import()`, import type or worker address of a file. */
export interface Import {
  /** The file it leads to, from the root of the project, or the name of a package. */
  readonly to: string;
  /** The exports it takes; `*` when it takes whatever there is. */
  readonly names: readonly string[];
}

export interface SourceFile {
  readonly imports: readonly Import[];
  readonly exports: readonly string[];
  /** Exports that the file itself uses too: such a one is at most exported in vain, not dead. */
  readonly usedInside: ReadonlySet<string>;
}

const aliases = {
  '#domain/': 'src/domain/',
  '#contract/': 'src/contract/',
  '#src/': 'src/',
  '#backend/': 'backend/',
  '#mocks/': 'mocks/',
};

/** Every TypeScript file of the project with what it takes and what it gives, by its path from the root. */
export function readSources(): ReadonlyMap<string, SourceFile> {
  const below = ['src', 'backend', 'mocks', 'e2e', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const paths = [...below, ...readdirSync('.')].filter((path) => /\.(tsx?|js)$/.test(path));
  return new Map(paths.map((path) => [path, readSource(path)]));
}

function readSource(path: string): SourceFile {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const imports: Import[] = [];
  const take = (address: ts.Node | undefined, names: readonly string[]) => {
    if (address && ts.isStringLiteralLike(address)) imports.push({ to: resolve(path, address.text), names });
  };
  const seen = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) seen.set(node.text, (seen.get(node.text) ?? 0) + 1);
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, namesOfImport(node.importClause));
    if (ts.isExportDeclaration(node)) take(node.moduleSpecifier, ['*']);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node.argument.literal, ['*']);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      take(node.arguments[0], ['*']);
    // A worker is named by `new URL('./worker.ts', import.meta.url)`.
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL')
      take(node.arguments?.[0], ['*']);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const usedInside = new Set([...seen].flatMap(([name, times]) => (times > 1 ? [name] : [])));
  return { imports, exports: tree.statements.flatMap(namesOfExport), usedInside };
}

function namesOfImport(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  const named =
    bindings && ts.isNamedImports(bindings) ? bindings.elements.map((e) => (e.propertyName ?? e.name).text) : [];
  const whole = bindings && ts.isNamespaceImport(bindings) ? ['*'] : [];
  return [...(clause?.name ? ['default'] : []), ...named, ...whole];
}

function namesOfExport(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) return ['default'];
  if (ts.isExportDeclaration(statement))
    return statement.exportClause && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map((element) => element.name.text)
      : [];
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) return ['default'];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  return named.name && ts.isIdentifier(named.name) ? [named.name.text] : [];
}

/** The file that an address leads to; for a package, its name without what comes after it. */
function resolve(from: string, address: string): string {
  if (address.startsWith('.')) return join(dirname(from), address);
  for (const [alias, folder] of Object.entries(aliases))
    if (address.startsWith(alias)) return folder + address.slice(alias.length);
  return address
    .split('/')
    .slice(0, address.startsWith('@') ? 2 : 1)
    .join('/');
}
