import { revisionOf } from '#backend/commands/record-changes.ts';
import type { Recipe } from '../adapters/indexeddb/journal-database.ts';
import { objectKey, type ObjectKind, type Versioned } from '#backend/ports/history-records.ts';
import type { World } from '#backend/ports/store.ts';
import { crowdedWorld } from './crowded.ts';
import { demoWorld } from './demo.ts';
import { enterpriseWorld } from './enterprise.ts';
import { scenarioNamed, type ScenarioName } from '#contract/scenario-names.ts';
import { emptyWorld, smallWorld } from './small.ts';

/**
 * The version goes up with every change of what a scenario makes: changes that somebody kept over the world of an older
 * version are set aside then, and not laid over another world. A test holds each world against its version.
 */
const scenarios: Readonly<Record<ScenarioName, { version: number; make: (realMs: number) => World }>> = {
  demo: { version: 2, make: demoWorld },
  enterprise: { version: 2, make: enterpriseWorld },
  small: { version: 2, make: smallWorld },
  empty: { version: 2, make: emptyWorld },
  crowded: { version: 2, make: crowdedWorld },
};

/** Which worlds were made here, from which scenario and instant. A world that was changed since is another object. */
const madeHere = new WeakMap<World, { readonly scenario: ScenarioName; readonly realMs: number }>();

/** A scenario's world; only its clock depends on `realMs`, epoch milliseconds UTC. */
export function makeWorld(name: string, realMs: number): World {
  const scenario = scenarioNamed(name);
  const world = withHistory(scenarios[scenario].make(realMs));
  madeHere.set(world, { scenario, realMs });
  return world;
}

/** How the world of a scenario is made, for a store that keeps only what was changed since. */
export function recipeOf(name: string): Recipe {
  const scenario = scenarioNamed(name);
  return {
    scenario,
    version: scenarios[scenario].version,
    make: (realMs) => makeWorld(scenario, realMs),
    madeFrom: (world) => {
      const made = madeHere.get(world);
      return made?.scenario === scenario ? made.realMs : undefined;
    },
  };
}

/** Every object has the revisions that led to it; a scenario need not tell those of what was saved once only. */
function withHistory(world: World): World {
  const revised = new Set(world.revisions.map((revision) => revision.object));
  const first = <K extends ObjectKind>(kind: K, records: readonly Versioned[K][], what: string) =>
    records
      .filter((record) => !revised.has(objectKey(kind, record.id)))
      .map((record) => revisionOf(kind, record, [{ setting: what, from: '', to: 'created' }]));
  return {
    ...world,
    revisions: [
      ...world.revisions,
      ...first('policy', world.policies, 'Policy'),
      ...first('group', world.groups, 'Administration group'),
      ...first('device', world.localSettings, 'Local settings'),
    ],
  };
}
