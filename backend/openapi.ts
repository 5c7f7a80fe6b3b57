import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { changeHeader } from '#contract/headers.ts';
import { operations } from '#contract/operations.ts';
import { problemSchema } from '#contract/problem.ts';
import { keySchema } from '#contract/write-keys.ts';
import { rightWords, type Needs } from '#contract/rights.ts';
import { basePath } from './app.ts';

const ifMatch = { 'If-Match': z.string().meta({ description: 'The ETag of the version this is based on' }) };
const key = {
  'Idempotency-Key': keySchema
    .optional()
    .meta({ description: 'Names this write: sent again with the same key, it is answered as at first and done once' }),
};

const changed = z.object({
  [changeHeader]: z.string().optional().meta({ description: 'The change that was made, where it can be taken back' }),
});

/** The OpenAPI 3.1 document of the backend, from the very table that its routes are made from. */
export function openApiDocument() {
  const app = new OpenAPIHono();
  for (const [name, operation] of Object.entries(operations)) {
    const problem = (description: string) => ({
      description,
      content: { 'application/problem+json': { schema: problemSchema } },
    });
    const writes = operation.method !== 'GET' && operation.conditional;
    app.openAPIRegistry.registerPath(
      createRoute({
        operationId: name,
        method: methods[operation.method],
        path: basePath + operation.path,
        summary: operation.summary,
        description: rightDescription(operation.needs),
        'x-needs': operation.needs,
        request: {
          params: operation.params,
          query: operation.query,
          ...(operation.reads ? {} : { headers: z.object({ ...(writes ? ifMatch : {}), ...key }) }),
          ...(operation.body instanceof z.ZodUndefined
            ? {}
            : {
                body: {
                  required: !operation.body.safeParse(undefined).success,
                  content: { [operation.bodyType]: { schema: operation.body } },
                },
              }),
        },
        responses: {
          [operation.status]: {
            description: operation.summary,
            ...(operation.method === 'GET' ? {} : { headers: changed }),
            content: { [operation.answerType]: { schema: operation.answer } },
          },
          403: problem(`${rightDescription(operation.needs)} Told before anything else of the request is judged.`),
          default: problem('Problem details (RFC 9457)'),
        },
      }),
    );
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Vesper', version: '1', description: 'Administration of the start of autonomous IOC Scan tasks.' },
  });
}

/** Which right is needed, in words. */
const rightDescription = (needs: Needs): string =>
  typeof needs === 'string'
    ? `Needs the right ${needs}: to ${rightWords[needs]}.`
    : `Needs the right of what it changes: ${Object.entries(needs)
        .map(([kind, right]) => `${right} for ${kind}`)
        .join(', ')}.`;

const methods = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
