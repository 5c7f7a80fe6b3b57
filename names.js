import path from 'node:path';

/**
 * Words that say nothing to a reader who knows the field and not this project, with what to write instead. A name may not
 * contain one: neither a file's nor one that is declared.
 */
export const bannedWords = {
  anew: 'say what is repeated: retry, rerender, replan',
  asked: 'request, query or params',
  asking: 'the dialog that is open, or isPending',
  calc: 'the verb and its object: countRuns, planStart',
  foretold: 'forecast or expected',
  gone: 'deleted or missing',
  held: 'effective, current or stored',
  kept: 'stored, cached or retained',
  mending: 'fix',
  said: 'message, text or value',
  stuff: 'what it is',
  thing: 'what it is',
  things: 'what they are',
  tmp: 'what it is',
  told: 'notified, message or printed',
  util: 'the concept that the file is about',
  utils: 'the concept that the file is about',
  helper: 'the concept that the file is about',
  helpers: 'the concept that the file is about',
  voice: 'candidate',
};

/** Names that a library gives. */
const foreignNames = new Set(['helperText']);

/** `mostKept` → `most`, `kept`; `kept-draft.test.ts` → `kept`, `draft`, `test`, `ts`. */
const wordsOf = (name) => name.split(/(?<=[a-z\d])(?=[A-Z])|[_.-]/).map((word) => word.toLowerCase());

const bannedIn = (name) =>
  foreignNames.has(name) ? undefined : wordsOf(name).find((word) => Object.hasOwn(bannedWords, word));

/** Where an identifier is a name that this code gives: not a use, and not a key of an object, which its type gives. */
function isDeclaration(node) {
  const { parent } = node;
  switch (parent.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return parent.id === node || parent.params?.includes(node) === true;
    case 'ArrowFunctionExpression':
    case 'TSFunctionType':
    case 'TSEmptyBodyFunctionExpression':
      return parent.params.includes(node);
    case 'AssignmentPattern':
      return parent.left === node;
    case 'RestElement':
    case 'ArrayPattern':
      return true;
    case 'Property':
      return parent.parent.type === 'ObjectPattern' && parent.value === node;
    case 'TSPropertySignature':
    case 'TSMethodSignature':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.key === node && !parent.computed;
    default:
      return false;
  }
}

export const standardNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { banned: '"{{name}}" contains the private word "{{word}}". Write {{instead}}.' },
  },
  create(context) {
    const report = (node, name) => {
      const word = bannedIn(name);
      if (word !== undefined)
        context.report({ node, messageId: 'banned', data: { name, word, instead: bannedWords[word] } });
    };
    return {
      Program(node) {
        report(node, path.basename(context.filename));
      },
      Identifier(node) {
        if (isDeclaration(node)) report(node, node.name);
      },
    };
  },
};

/** The rule for every source file. See docs/glossary.md for the words to use. */
export const nameRules = {
  files: ['**/*.{ts,tsx,js}'],
  plugins: { vesper: { rules: { 'standard-names': standardNames } } },
  rules: { 'vesper/standard-names': 'error' },
};
