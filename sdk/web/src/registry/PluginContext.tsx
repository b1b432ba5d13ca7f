import { createContext, useContext, type ReactNode } from 'react';

const PluginContext = createContext<string | null>(null);

/** Tells everything below which plugin it belongs to; `data-plugin` scopes the plugin's styles. */
export function PluginScope({ id, children, className }: { id: string; children: ReactNode; className?: string }) {
  return (
    <PluginContext value={id}>
      <div data-plugin={id} className={className} style={className ? undefined : { display: 'contents' }}>
        {children}
      </div>
    </PluginContext>
  );
}

/** Id of the plugin that contributed the component, or null within the shell. */
export function usePluginId(): string | null {
  return useContext(PluginContext);
}
