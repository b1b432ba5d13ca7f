import { activatePlugin, contributions, deactivatePlugin, startTranslations, type PluginModule } from '@aiwendy/sdk';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const id = 'org.example.handbook';
const shell = resolve(import.meta.dirname, '..');
const repository = resolve(shell, '../..');
// In reach of the shell's packages, as an author's project has packages of its own.
const project = join(shell, 'node_modules', `.handbook-${process.pid}`);
// And where the tests may load modules from.
const sources = join(repository, 'artifacts', `handbook-${process.pid}`);

/** The examples of the page for authors, by file. */
function examples(language: string): Map<string, string> {
  const page = readFileSync(join(repository, `docs/${language}/plugins/extension-points-web.md`), 'utf8');
  return new Map([...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file, text]) => [file ?? '', text ?? '']));
}

/** Runs a program of the shell's packages; its exit code must be 0. */
function run(program: string, ...args: string[]): void {
  const done = spawnSync(process.execPath, [join(shell, 'node_modules', program), ...args], { cwd: project, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  expect(done.status, `${done.stdout}${done.stderr}`).toBe(0);
}

beforeAll(() => {
  for (const root of [project, sources]) {
    mkdirSync(join(root, 'web'), { recursive: true });
    for (const [file, text] of examples('en')) {
      writeFileSync(join(root, file), text);
    }
  }
});

afterAll(() => {
  rmSync(project, { recursive: true });
  rmSync(sources, { recursive: true });
});

it('every call with which a module contributes has an example', () => {
  const types = readFileSync(join(repository, 'sdk/web/src/registry/types.ts'), 'utf8');
  const app = /interface PluginApp \{([\s\S]*?)\n\}/.exec(types)?.[1] ?? '';
  const calls = [...app.matchAll(/^ {2}(\w+): (?:<|\()/gm)].map(([, name]) => name ?? '');
  const code = [...examples('en').values()].join('\n');

  expect(calls).toEqual(expect.arrayContaining(['page', 'widget', 'css']));
  expect(calls.filter((call) => !code.includes(`app.${call}(`))).toEqual([]);
});

it('the examples are the same in both languages', () => {
  expect([...examples('zh-CN')]).toEqual([...examples('en')]);
});

it('the examples have the types of the SDK', () => {
  const files = [...examples('en').keys()].filter((file) => !file.endsWith('.config.ts')).map((file) => join(sources, file));
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ extends: join(shell, 'tsconfig.json'), compilerOptions: { types: ['vite/client'] }, include: [], files }));

  run('typescript/bin/tsc', '-p', 'tsconfig.json');
});

it('the examples become one module that bundles nothing of what the page shares', () => {
  run('vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn');

  const built = readFileSync(join(project, 'web/ui.js'), 'utf8');
  const imported = [...built.matchAll(/from\s*"([^"]+)"/g)].map(([, name]) => name);
  expect([...new Set(imported)].sort()).toEqual(['@aiwendy/sdk', '@tanstack/react-query', 'react', 'react/jsx-runtime']);
  expect(built).not.toContain('process.env');
});

it('the module registers what its page says', async () => {
  startTranslations('en');
  const module = (await import(/* @vite-ignore */ join(sources, 'web/ui.tsx'))) as { default: PluginModule };
  activatePlugin(id, module.default, { pathPrefix: `/p/${id}` });
  const own = <T extends { plugin: string }>(items: readonly T[]) => items.filter((item) => item.plugin === id);
  const all = contributions();

  expect(own(all.pages).map((page) => page.path)).toEqual([`/p/${id}/notes`, `/p/${id}/welcome`]);
  expect(own(all.widgets).map((widget) => widget.slot)).toEqual(['dashboard']);
  expect(own(all.settings)).toHaveLength(1);
  expect(own(all.renderers)[0]?.kind).toBe('recent_notes');
  expect(own(all.coachCards)[0]?.coachId).toBe('librarian');
  expect(own(all.commands)[0]?.shortcut).toBe('g n');
  expect(own(all.searches)).toHaveLength(1);
  expect(own(all.firstRuns)).toHaveLength(1);
  deactivatePlugin(id);
  expect(own(contributions().pages)).toEqual([]);
});
