/// <reference types="vite/client" />

declare module 'virtual:built-in-plugins' {
  import type { PluginModule } from '@aiwendy/sdk';

  export const builtInPlugins: Record<string, () => Promise<{ default: PluginModule }>>;
}
