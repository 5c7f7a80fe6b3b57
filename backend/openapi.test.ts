import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operations } from '#contract/operations.ts';
import { openApiDocument } from './openapi.ts';

test('docs/openapi.json is what the backend says now (npm run openapi writes it)', () => {
  const stored: unknown = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
  expect(stored).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

test('every operation of the contract is in the document', () => {
  const ids = Object.values(openApiDocument().paths ?? {}).flatMap((path) =>
    Object.values(path).map((operation: { operationId?: string }) => operation.operationId),
  );
  expect(ids.sort()).toEqual(Object.keys(operations).sort());
});

test('every operation names the right that it needs, and the answer to whoever does not have it', () => {
  const { paths } = openApiDocument();
  for (const [name, { needs, method, path }] of Object.entries(operations)) {
    const operation: unknown = Reflect.get(paths?.[`/api/v1${path}`] ?? {}, method.toLowerCase());
    expect(operation, name).toMatchObject({ 'x-needs': needs, responses: { 403: {} } });
  }
});
