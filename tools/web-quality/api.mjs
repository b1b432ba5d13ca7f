// Keeps the typed client true to the API: docs/openapi/v1.json -> sdk/web/src/api/schema.gen.ts
//   node api.mjs            writes the types
//   node api.mjs --check    fails when they are stale
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import openapi, { astToString } from 'openapi-typescript';

const repository = resolve(import.meta.dirname, '../..');
const documentFile = resolve(repository, 'docs/openapi/v1.json');
const typesFile = resolve(repository, 'sdk/web/src/api/schema.gen.ts');
const header = '/** Generated from docs/openapi/v1.json by `npm run api` in host/web. Do not edit. */\n\n';
const isCheck = process.argv.includes('--check');

if (!existsSync(documentFile)) {
  console.error('docs/openapi/v1.json is missing: write it with ./aiwendy openapi --write');
  process.exit(isCheck && !existsSync(typesFile) ? 0 : 1);
}
const text = header + astToString(await openapi(JSON.parse(readFileSync(documentFile, 'utf8')), { alphabetize: true }));
const kept = existsSync(typesFile) ? readFileSync(typesFile, 'utf8') : '';
if (!isCheck) {
  writeFileSync(typesFile, text);
  console.log('Wrote sdk/web/src/api/schema.gen.ts');
} else if (kept === text) {
  console.log('sdk/web/src/api/schema.gen.ts is fresh.');
} else {
  console.error('sdk/web/src/api/schema.gen.ts is stale: run `npm run api` in host/web.');
  process.exit(1);
}
