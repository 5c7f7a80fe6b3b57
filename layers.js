/**
 * Who may import whom: the rule of the house as a table. A folder's own files are always allowed.
 * A feature knows another one only where it is granted here by name.
 */
export const layers = {
  'src/domain': [],
  'src/contract': ['src/domain'],
  'src/shared': ['src/contract', 'src/domain'],
  'src/features': ['src/shared', 'src/contract', 'src/domain'],
  'src/app': ['src/features', 'src/shared', 'src/contract', 'src/domain'],
  // What a server runs; and what makes a mock of it in the browser.
  backend: ['src/contract', 'src/domain'],
  mocks: ['backend', 'src/contract', 'src/domain'],
};

/**
 * Within the backend: each row may import its own files and the rows above it, never one below. Adapters stand beside
 * them: they implement ports, and only a host imports them.
 */
export const backendLayers = [
  ['problem.ts'],
  ['ports'],
  ['clock', 'records', 'runs', 'planner', 'parsing', 'csv'],
  ['request-context.ts'],
  ['queries', 'forecast'],
  ['commands'],
  ['middleware'],
  ['app.ts', 'handlers.ts', 'openapi.ts'],
];

export const grants = {
  audit: ['history'],
  clock: [],
  detections: ['clock'],
  devices: ['clock', 'effects', 'explanation', 'groups', 'history', 'inventory', 'tasks', 'threat-response'],
  effects: [],
  explanation: [],
  groups: ['effects', 'history'],
  history: ['effects'],
  inventory: [],
  policies: ['effects', 'explanation', 'history', 'threat-response'],
  // The hand-set settings are filled in and judged as in *IOC scanning settings*; the durations as in the clock's panel.
  schedule: ['clock', 'threat-response'],
  search: [],
  tasks: [],
  'threat-response': ['clock'],
};

/** Packages that draw: the rules, the contract and the backend must work where there is no screen. */
const screenPackages = '^(react|react-dom|react-hook-form|@mui|@emotion|@tanstack)(/|$)';
const withoutScreen = ['src/domain', 'src/contract', 'backend', 'mocks'];

/** Temporal is wrapped once for the rules and once for the screens. */
const temporal = '^temporal-polyfill';
const temporalIn = [
  'src/domain/**',
  'src/shared/time/wall-time.ts',
  // Calendar steps (tomorrow at eight, a week on) that only the clock offers: nothing else would call a wrapper of them.
  'src/features/clock/quick-jumps.ts',
];

/** Ways around the table: a second name for the same file, or a climb in the middle of an address. */
const detours = ['^#src/(domain|contract)/', '/\\.\\./'];

const aliases = { 'src/domain': '#domain/', 'src/contract': '#contract/', backend: '#backend/', mocks: '#mocks/' };
const addressOf = (layer) => `^${aliases[layer] ?? `#${layer}/`}`;

/** Both forms of an import: the static one, and `import()`, which ESLint's own rule does not look at. */
function refusing(addresses, message) {
  const patterns = addresses.map((address) => address.replaceAll('/', '\\/'));
  return {
    'no-restricted-imports': ['error', { patterns: patterns.map((regex) => ({ regex, message })) }],
    'no-restricted-syntax': [
      'error',
      ...patterns.map((regex) => ({ selector: `ImportExpression[source.value=/${regex}/]`, message })),
    ],
  };
}

/** A block for the files of one place, and one for those of them that may not use Temporal either. */
function place(folder, addresses, message) {
  const files = [`${folder}/**/*.{ts,tsx}`];
  return [
    { files, rules: refusing(addresses, message) },
    { files, ignores: temporalIn, rules: refusing([...addresses, temporal], message) },
  ];
}

/** What no file of a layer may import. */
function forbiddenIn(layer) {
  const others = Object.keys(layers).filter((other) => other !== layer && !layers[layer].includes(other));
  const climbs = '^(\\./)?(\\.\\./)+((app|features|shared|contract|domain|backend|mocks|src|scripts|e2e)/|main\\.tsx)';
  const screen = withoutScreen.includes(layer) ? [screenPackages] : [];
  return [...others.map(addressOf), '^#src/main', climbs, ...detours, ...screen];
}

const layerBlocks = Object.keys(layers)
  .filter((layer) => layer !== 'src/features')
  .flatMap((layer) => place(layer, forbiddenIn(layer), `${layer} may not know this: see layers.js`));

/** An import of any of these parts of the backend, from a folder of it or from a file beside them. */
function partsOfBackend(parts) {
  const names = parts.map((part) => part.replace('.ts', '\\.ts$').replace(/^[^.$]+$/, '$&/')).join('|');
  return `^((\\./)?(\\.\\./)+|#backend/)(${names})`;
}

const backendBlocks = [...backendLayers, ['adapters']].flatMap((row, i) => {
  const isAdapter = i === backendLayers.length;
  const above = isAdapter ? backendLayers.slice(2).flat() : [...backendLayers.slice(i + 1).flat(), 'adapters'];
  return row.map((part) => {
    const isFile = part.endsWith('.ts');
    const pattern = isFile ? partsOfBackend(above).replace('(\\.\\./)+', '') : partsOfBackend(above);
    return {
      files: [isFile ? `backend/${part}` : `backend/${part}/**/*.ts`],
      rules: refusing(
        [...forbiddenIn('backend'), temporal, pattern.replace('^((\\./)?|', '^(\\./|')],
        `backend/${part} may not know this: see backendLayers in layers.js`,
      ),
    };
  });
});

/** Tests of the backend start it as a test host does; nothing else of the mock is theirs. */
const backendTests = {
  files: ['backend/**/*.test.ts', 'backend/**/testing/**/*.ts'],
  rules: refusing(
    ['^#mocks/(?!(testing|seed)/)', '^#src/', screenPackages, temporal],
    'Tests of the backend may use mocks/testing and mocks/seed only: see layers.js',
  ),
};

const featureBlocks = Object.entries(grants).flatMap(([feature, granted]) => {
  const strangers = Object.keys(grants).filter((other) => other !== feature && !granted.includes(other));
  const forbidden = [
    ...strangers.map((other) => `^#src/features/${other}/`),
    '^#src/app/',
    '^#src/main',
    '^#backend/',
    '^#mocks/',
    ...detours,
  ];
  const message = `the feature ${feature} may not know this: see layers.js`;
  return [
    ...place(`src/features/${feature}`, [...forbidden, '^(\\./)?\\.\\./'], message),
    // From a folder within a feature, one step up stays in the feature; `detours` refuses a second one.
    ...place(`src/features/${feature}/*`, forbidden, message),
  ];
});

const entry = {
  files: ['src/main.tsx'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: '^#(backend|mocks)\\/|^\\.\\.\\/', message: 'See layers.js' }] },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "ImportExpression:not([source.value='#mocks/hosts/browser.ts'])",
        message: 'The entry loads the host of the backend, and nothing else of it.',
      },
    ],
  },
};

/** The table as lint rules; relative imports may not climb out of a layer, nor out of a feature. */
export const layerRules = [...layerBlocks, ...backendBlocks, backendTests, ...featureBlocks, entry];
