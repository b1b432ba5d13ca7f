// Fails when a page would load more than it should. Sizes are those of the brotli files that the build leaves behind.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = process.env.WEB_OUT ?? resolve(import.meta.dirname, '../../../artifacts/app/wwwroot');
const limits = { shell: 160, route: 70, plugin: 30 };
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

/** Everything that is loaded before an entry runs: itself, its static imports, its styles. */
function closure(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    (manifest[key].imports ?? []).forEach((next) => closure(next, seen));
  }
  return seen;
}

function size(file) {
  const path = join(folder, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

function files(keys) {
  return new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
}

function kilobytes(list) {
  return [...list].reduce((sum, file) => sum + size(file), 0) / 1000;
}

const shellKeys = closure('index.html');
const shell = new Set([...files(shellKeys), 'index.html', 'look.js']);
const rows = [{ what: 'shell', size: kilobytes(shell), limit: limits.shell }];
for (const [key, chunk] of Object.entries(manifest)) {
  if (key === 'index.html' || chunk.name?.startsWith('shared/') || !(chunk.isEntry || chunk.isDynamicEntry)) {
    continue;
  }
  const own = [...files(closure(key))].filter((file) => !shell.has(file));
  const isPlugin = chunk.isEntry === true;
  rows.push({ what: isPlugin ? chunk.name : `${chunk.src ?? key} (lazy)`, size: kilobytes(own), limit: isPlugin ? limits.plugin : limits.route });
}

let failed = 0;
for (const row of rows.sort((a, b) => b.size - a.size)) {
  const isOver = row.size > row.limit;
  failed += isOver ? 1 : 0;
  console.log(`${isOver ? 'OVER ' : 'ok   '} ${row.size.toFixed(1).padStart(6)} of ${row.limit} KB br  ${row.what}`);
}
if (failed > 0) {
  console.error(`${failed} over budget.`);
  process.exit(1);
}
