import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeWorld } from '../seed/scenarios.ts';
import { createTestApp } from '../testing/test-app.ts';

test('every line of the sample file can be imported into every world', async () => {
  const csv = readFileSync('public/sample-inventory.csv', 'utf8');
  for (const scenario of ['demo', 'small', 'empty', 'crowded']) {
    const backend = createTestApp(undefined, makeWorld(scenario, Date.parse('2026-11-24T12:00:00Z')));
    const { body } = await backend.call('previewInventory', { body: csv });
    expect(body, scenario).toMatchObject({ valid: 40, created: 40, invalid: 0, ignored: [] });
    expect(body.newGroups).toBeGreaterThan(8);
  }
});
