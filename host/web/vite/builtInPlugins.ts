import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface BuiltInPlugin {
  id: string;
  /** Absolute path of its `web/ui.tsx`. */
  entry: string;
}

/** Finds `plugins/<kind>/<name>/web/ui.tsx`; the id comes from the manifest beside it. */
export function findBuiltInPlugins(repository: string): BuiltInPlugin[] {
  const root = join(repository, 'plugins');
  const found: BuiltInPlugin[] = [];
  for (const kind of folders(root)) {
    for (const name of folders(join(root, kind))) {
      const entry = join(root, kind, name, 'web/ui.tsx');
      const manifest = join(root, kind, name, 'plugin.json');
      if (existsSync(entry) && existsSync(manifest)) {
        found.push({ id: (JSON.parse(readFileSync(manifest, 'utf8')) as { id: string }).id, entry });
      }
    }
  }
  return found.sort((a, b) => a.id.localeCompare(b.id));
}

function folders(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
}

const name = 'virtual:built-in-plugins';

/** Gives the shell a loader per built-in plugin, and lets `ui.tsx` register itself anew while it is being edited. */
export function builtInPlugins(plugins: readonly BuiltInPlugin[]): Plugin {
  let isDevelopment = false;
  return {
    name: 'aiwendy:built-in-plugins',
    configResolved(config) {
      isDevelopment = config.command === 'serve' && config.mode !== 'test';
    },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) {
        return null;
      }
      const entries = plugins.map((plugin) => `  ${JSON.stringify(plugin.id)}: () => import(${JSON.stringify(plugin.entry)}),`);
      return `export const builtInPlugins = {\n${entries.join('\n')}\n};\n`;
    },
    transform(code, id) {
      const plugin = isDevelopment ? plugins.find((candidate) => candidate.entry === id.split('?')[0]) : undefined;
      if (!plugin) {
        return null;
      }
      const accept = `import { activatePlugin as __activate } from '@aiwendy/sdk';\nif (import.meta.hot) import.meta.hot.accept((m) => m && __activate(${JSON.stringify(plugin.id)}, m.default));\n`;
      return { code: code + '\n' + accept, map: null };
    },
  };
}
