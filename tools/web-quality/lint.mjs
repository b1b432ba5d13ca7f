// Checks all web code with the rules of this folder. `--fix` repairs what can be repaired.
import { ESLint } from 'eslint';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: repository, overrideConfigFile: resolve(import.meta.dirname, 'eslint.config.mjs'), fix: process.argv.includes('--fix'), errorOnUnmatchedPattern: false });
const results = await eslint.lintFiles(['host/web/**/*.{ts,tsx,mjs}', 'host/web/public/*.js', 'sdk/web/**/*.{ts,tsx}', 'plugins/*/*/web/**/*.{ts,tsx}', 'tests/e2e/**/*.ts', 'tools/**/*.mjs']);
await ESLint.outputFixes(results);
const formatter = await eslint.loadFormatter('stylish');
const report = await formatter.format(results);
if (report) {
  console.log(report);
}
const problems = results.reduce((sum, result) => sum + result.errorCount + result.warningCount, 0);
console.log(`${results.length} files, ${problems} problems`);
process.exit(problems > 0 ? 1 : 0);
