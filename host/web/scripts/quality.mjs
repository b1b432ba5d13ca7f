// Runs a tool of tools/web-quality, which has an own lock file because its tools need TypeScript 5.
//   node scripts/quality.mjs lint [--fix]      node scripts/quality.mjs api [--check]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../tools/web-quality');
const [tool, ...rest] = process.argv.slice(2);
if (!existsSync(resolve(folder, 'node_modules/eslint'))) {
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (install.status !== 0) {
    process.exit(install.status ?? 1);
  }
}
const run = spawnSync(process.execPath, [`${tool}.mjs`, ...rest], { cwd: folder, stdio: 'inherit' });
process.exit(run.status ?? 1);
