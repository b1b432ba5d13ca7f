// Writes sdk/web/src/api/schema.gen.ts from an OpenAPI document; with --check it only says whether the file is fresh.
// usage: node api.mjs <file or http address of openapi/v1.json> [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const [source, flag] = process.argv.slice(2);
if (!source) {
  console.error('Name the OpenAPI document: node api.mjs http://localhost:3000/openapi/v1.json');
  process.exit(2);
}
const target = resolve(import.meta.dirname, '../../sdk/web/src/api/schema.gen.ts');
const document = /^https?:/.test(source) ? new URL(source) : pathToFileURL(resolve(source));
const header = '/** Generated from the OpenAPI document by `npm run api` in tools/web-quality. Do not edit. */\n\n';
const text = header + astToString(await openapi(document, { alphabetize: true }));

if (flag === '--check') {
  let current = '';
  try {
    current = readFileSync(target, 'utf8');
  } catch {
    // A missing file is a stale one.
  }
  if (current !== text) {
    console.error('sdk/web/src/api/schema.gen.ts is stale: run `npm run api` in tools/web-quality against a running host.');
    process.exit(1);
  }
  console.log('sdk/web/src/api/schema.gen.ts is fresh.');
} else {
  writeFileSync(target, text);
  console.log(`Wrote ${target}`);
}
