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
  mocks: ['src/contract', 'src/domain'],
};

export const grants = {
  clock: [],
  detections: ['clock'],
  devices: ['clock', 'tasks', 'threat-response'],
  groups: [],
  policies: ['threat-response'],
  tasks: [],
  'threat-response': ['clock'],
};

const aliases = { 'src/domain': '#domain/', 'src/contract': '#contract/', mocks: '#mocks/' };
const addressOf = (layer) => aliases[layer] ?? `#${layer}/`;
const escape = (text) => text.replaceAll('/', '\\/');

const restricted = (files, forbidden, message) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map((address) => ({ regex: `^${escape(address)}`, message })) },
    ],
  },
});

/** The table as lint rules, one block a layer; relative imports may not climb out of a layer. */
export const layerRules = [
  ...Object.entries(layers)
    .filter(([layer]) => layer !== 'src/features')
    .map(([layer, allowed]) => {
      const others = Object.keys(layers).filter((other) => other !== layer && !allowed.includes(other));
      const depthOut = '(\\.\\./)+(app|features|shared|contract|domain|mocks|src)/';
      return restricted(
        [`${layer}/**/*.{ts,tsx}`],
        [...others.map(addressOf), depthOut],
        `${layer} may not know this: see layers.js`,
      );
    }),
  ...Object.entries(grants).map(([feature, granted]) => {
    const strangers = Object.keys(grants).filter((other) => other !== feature && !granted.includes(other));
    return restricted(
      [`src/features/${feature}/**/*.{ts,tsx}`],
      [...strangers.map((other) => `#src/features/${other}/`), '#src/app/', '#mocks/', '(\\.\\./)+'],
      `the feature ${feature} may not know this: see layers.js`,
    );
  }),
];
