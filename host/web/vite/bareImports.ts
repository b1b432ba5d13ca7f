import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Resolves packages for files outside this folder. The SDK and the plugins have no node_modules of their own: what they
 * import by name is what the shell has.
 */
export function bareImports(root: string): Plugin {
  const importer = resolve(root, 'src/main.tsx');
  return {
    name: 'aiwendy:bare-imports',
    enforce: 'pre',
    resolveId(source, from, options) {
      const isBare = /^[@a-z]/i.test(source) && !source.startsWith('virtual:') && !source.startsWith('@aiwendy/') && !/^[a-z]:[\\/]/i.test(source);
      if (!isBare || !from || from.startsWith('\0') || from.split('?')[0]?.startsWith(root)) {
        return null;
      }
      return this.resolve(source, importer, { ...options, skipSelf: true });
    },
  };
}
