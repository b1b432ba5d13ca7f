// ESLint's TypeScript rules need TypeScript 5, so they live in tools/web-quality with an own lock file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../tools/web-quality');
if (!existsSync(resolve(folder, 'node_modules/eslint'))) {
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (install.status !== 0) {
    process.exit(install.status ?? 1);
  }
}
const lint = spawnSync(process.execPath, ['lint.mjs', ...process.argv.slice(2)], { cwd: folder, stdio: 'inherit' });
process.exit(lint.status ?? 1);
