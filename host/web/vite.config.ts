import react from '@vitejs/plugin-react';
import tailwind from '@tailwindcss/vite';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { bareImports } from './vite/bareImports.ts';
import { builtInPlugins, findBuiltInPlugins } from './vite/builtInPlugins.ts';
import { compress } from './vite/compress.ts';
import { sdk, sharedEntries, sharedModules } from './vite/sharedModules.ts';

const here = import.meta.dirname;
const repository = resolve(here, '../..');
const plugins = findBuiltInPlugins(repository);
const host = process.env['AIWENDY_HOST'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  plugins: [bareImports(here), builtInPlugins(plugins), sharedModules(), react(), tailwind(), compress()],
  resolve: { alias: sdk(repository), dedupe: ['react', 'react-dom', 'react-router', '@tanstack/react-query', 'i18next', 'react-i18next'] },
  server: {
    host: '127.0.0.1',
    fs: { allow: [repository] },
    proxy: Object.fromEntries(['/api', '^/plugins/.+/', '/healthz', '/openapi', '/docs'].map((path) => [path, { target: host, changeOrigin: false }])),
  },
  build: {
    outDir: process.env['WEB_OUT'] ?? resolve(repository, 'artifacts/app/wwwroot'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Without it an HTML build drops what the entries export, and plugins import exactly that.
      preserveEntrySignatures: 'exports-only',
      input: {
        index: resolve(here, 'index.html'),
        ...sharedEntries(),
        ...Object.fromEntries(plugins.map((plugin) => [`plugins/${plugin.id}`, plugin.entry])),
      },
      output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js', assetFileNames: 'assets/[name]-[hash][extname]' },
    },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: [resolve(here, 'vitest.setup.ts')],
    dir: repository,
    include: ['host/web/{src,vite}/**/*.test.{ts,tsx}', 'sdk/web/src/**/*.test.{ts,tsx}', 'plugins/*/*/web/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/bin/**', '**/obj/**', 'artifacts/**'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
