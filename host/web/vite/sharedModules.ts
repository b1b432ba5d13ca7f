import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What separately built plugins import by name; the specifiers are the contract between them and the shell. */
const packages = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query'] as const;
const sdkName = '@aiwendy/sdk';
const prefix = 'virtual:shared/';

export function sdk(repository: string): { find: RegExp; replacement: string }[] {
  return [
    { find: /^@aiwendy\/sdk$/, replacement: resolve(repository, 'sdk/web/src/index.ts') },
    { find: /^@aiwendy\/sdk\/testing$/, replacement: resolve(repository, 'sdk/web/src/testing.tsx') },
    { find: /^@aiwendy\/sdk\/styles\/(.*)$/, replacement: resolve(repository, 'sdk/web/src/styles/$1') },
  ];
}

function entryName(specifier: string): string {
  return `shared/${specifier.replace(/^@/, '').replaceAll('/', '-')}`;
}

/** Entries of the build: one facade per shared specifier. */
export function sharedEntries(): Record<string, string> {
  return Object.fromEntries([...packages, sdkName].map((name) => [entryName(name), prefix + name]));
}

/**
 * Serves the facades and puts the import map into the page. CommonJS packages have to list their names, because
 * `export *` of them exports nothing.
 */
export function sharedModules(): Plugin {
  const require = createRequire(import.meta.url);
  let isBuild = false;
  let mapHash = '';
  return {
    name: 'aiwendy:shared-modules',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id.startsWith(prefix) ? id : null),
    load(id) {
      if (!id.startsWith(prefix)) {
        return null;
      }
      const name = id.slice(prefix.length);
      const source = JSON.stringify(name);
      if (name.startsWith('@')) {
        return `export * from ${source};`;
      }
      const exported = Object.keys(require(name) as object).filter((key) => key !== 'default' && /^[A-Za-z_$][\w$]*$/.test(key));
      return isBuild
        ? `export { ${exported.join(', ')} } from ${source};\nimport whole from ${source};\nexport default whole;`
        : `import whole from ${source};\nexport default whole;\n${exported.map((key) => `export const ${key} = whole.${key};`).join('\n')}`;
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const imports: Record<string, string> = {};
        for (const specifier of [...packages, sdkName]) {
          if (bundle) {
            const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === entryName(specifier));
            if (!chunk) {
              throw new Error(`No facade was built for ${specifier}.`);
            }
            imports[specifier] = `/${chunk.fileName}`;
          } else {
            imports[specifier] = `/@id/${prefix}${specifier}`;
          }
        }
        const map = JSON.stringify({ imports });
        mapHash = `sha256-${createHash('sha256').update(map).digest('base64')}`;
        return [{ tag: 'script', attrs: { type: 'importmap' }, children: map, injectTo: 'head-prepend' }];
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        this.emitFile({ type: 'asset', fileName: 'csp.json', source: `${JSON.stringify({ scriptHashes: [mapHash] })}\n` });
      },
    },
  };
}
