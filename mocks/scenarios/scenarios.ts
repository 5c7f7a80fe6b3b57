import type { World } from '../store/store.ts';
import { demoWorld } from './demo.ts';
import { scenarioNamed, type ScenarioName } from './names.ts';
import { emptyWorld, smallWorld } from './small.ts';

const scenarios: Readonly<Record<ScenarioName, (realMs: number) => World>> = {
  demo: demoWorld,
  small: smallWorld,
  empty: emptyWorld,
};

/** A scenario's world; only its clock depends on `realMs`, epoch milliseconds UTC. */
export function makeWorld(name: string, realMs: number): World {
  return scenarios[scenarioNamed(name)](realMs);
}
