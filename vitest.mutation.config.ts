import { defineConfig } from 'vitest/config';
import unit from './vitest.config.ts';

/** The tests that each mutant must fail: those of the rules and of the simulator, in fewer zones, without the million. */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['src/domain/**/*.test.ts', 'backend/planner/**/*.test.ts'],
    // A mutant must not find what another has left behind in a module.
    isolate: true,
    exclude: ['backend/planner/million.test.ts'],
    // Mutants are judged by the full number of random cases.
    env: { VESPER_DEEP: '1' },
    setupFiles: ['./vitest.setup.ts', './vitest.mutation.setup.ts'],
  },
});
