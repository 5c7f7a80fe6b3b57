import type { World } from '../store/store.ts';
import { demoWorld } from './demo.ts';
import { emptyWorld, smallWorld } from './small.ts';

const scenarios: Readonly<Record<string, (realMs: number) => World>> = {
  demo: demoWorld,
  small: smallWorld,
  empty: emptyWorld,
};

/** The name of a scenario that exists; the demo company for any other. */
export const scenarioNamed = (name: string): string => (Object.hasOwn(scenarios, name) ? name : 'demo');

/** A scenario's world; only its clock depends on `realMs`, epoch milliseconds UTC. */
export function makeWorld(name: string, realMs: number): World {
  return (scenarios[scenarioNamed(name)] ?? demoWorld)(realMs);
}
