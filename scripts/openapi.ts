import { writeFileSync } from 'node:fs';
import { openApiDocument } from '#backend/openapi.ts';

writeFileSync('docs/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`);
console.log('Wrote docs/openapi.json');
