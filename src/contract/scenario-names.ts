const scenarioNames = ['demo', 'enterprise', 'small', 'empty', 'crowded'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** The name of a scenario that exists; the demo company for any other. */
export const scenarioNamed = (name: string): ScenarioName => scenarioNames.find((known) => known === name) ?? 'demo';
