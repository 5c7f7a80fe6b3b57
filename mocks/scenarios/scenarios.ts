import { revisionOf } from '../services/change-parts.ts';
import { objectKey, type ObjectKind, type Versioned, type World } from '../store/store.ts';
import { crowdedWorld } from './crowded.ts';
import { demoWorld } from './demo.ts';
import { scenarioNamed, type ScenarioName } from './names.ts';
import { emptyWorld, smallWorld } from './small.ts';

const scenarios: Readonly<Record<ScenarioName, (realMs: number) => World>> = {
  demo: demoWorld,
  small: smallWorld,
  empty: emptyWorld,
  crowded: crowdedWorld,
};

/** A scenario's world; only its clock depends on `realMs`, epoch milliseconds UTC. */
export function makeWorld(name: string, realMs: number): World {
  return withHistory(scenarios[scenarioNamed(name)](realMs));
}

/** Every object has the revisions that led to it; a scenario need not tell those of what was saved once only. */
function withHistory(world: World): World {
  const told = new Set(world.revisions.map((revision) => revision.object));
  const first = <K extends ObjectKind>(kind: K, records: readonly Versioned[K][], what: string) =>
    records
      .filter((record) => !told.has(objectKey(kind, record.id)))
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
