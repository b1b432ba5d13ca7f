import { activatePlugin, activePlugins, api, deactivatePlugin, type PluginModule } from '@aiwendy/sdk';
import { builtInPlugins } from 'virtual:built-in-plugins';
import { queryClient } from '../queryClient';
import { setLoadState, setWebFailure } from './loadState';

interface WebModule {
  id: string;
  name: string;
  version: string;
  /** Address of the module; a built-in plugin's is already part of the shell's build. */
  entry: string;
}

const loaded = new Map<string, string>();

async function load(plugin: WebModule): Promise<void> {
  const builtIn = builtInPlugins[plugin.id];
  const entry = builtIn ? 'built-in' : `${plugin.entry}?v=${encodeURIComponent(plugin.version)}`;
  if (loaded.get(plugin.id) === entry && activePlugins().includes(plugin.id)) {
    return;
  }
  try {
    const module = builtIn ? await builtIn() : ((await import(/* @vite-ignore */ entry)) as { default: PluginModule });
    activatePlugin(plugin.id, module.default, { name: plugin.name, pathPrefix: builtIn ? '' : `/p/${plugin.id}` });
    loaded.set(plugin.id, entry);
    setWebFailure(plugin.id, null);
  } catch (error) {
    // One plugin's broken module must not keep the others from loading.
    setWebFailure(plugin.id, error instanceof Error ? error.message : String(error));
    console.error(`The web module of ${plugin.id} failed to load`, error);
  }
}

/** Loads what is active now and takes away what no longer is. */
export async function loadPlugins(): Promise<void> {
  const listed = await api.get<WebModule[]>('/api/ui/plugins');
  const active = new Set(listed.map((plugin) => plugin.id));
  for (const id of activePlugins()) {
    if (!active.has(id)) {
      deactivatePlugin(id);
      loaded.delete(id);
    }
  }
  await Promise.all(listed.map(load));
}

const firstDelay = 500;
const longestDelay = 15_000;

/** Loads the plugins as soon as the server is ready, and again whenever it says that they changed. */
export function keepPluginsCurrent(): void {
  let delay = firstDelay;
  const attempt = async (): Promise<void> => {
    try {
      await loadPlugins();
      setLoadState('ready');
      delay = firstDelay;
      listen();
    } catch (error) {
      setLoadState('waiting', error);
      window.setTimeout(() => void attempt(), delay);
      delay = Math.min(delay * 1.5, longestDelay);
    }
  };
  void attempt();
}

let source: EventSource | null = null;

function listen(): void {
  if (source) {
    return;
  }
  source = new EventSource('/api/events');
  let wasLost = false;
  source.onerror = () => {
    wasLost = true;
  };
  source.onopen = () => {
    if (wasLost) {
      wasLost = false;
      reload();
    }
  };
  source.onmessage = (message: MessageEvent<string>) => {
    if (/plugins[-.]changed/.test(message.data)) {
      reload();
    }
  };
}

let isReloading = false;
let wantsAnother = false;

/** Loads again; however many changes are told meanwhile, one more time follows. */
function reload(): void {
  if (isReloading) {
    wantsAnother = true;
    return;
  }
  isReloading = true;
  loadPlugins()
    .then(
      () => queryClient.invalidateQueries(),
      (error: unknown) => {
        console.warn('Plugins could not be loaded again', error);
      },
    )
    .finally(() => {
      isReloading = false;
      if (wantsAnother) {
        wantsAnother = false;
        reload();
      }
    });
}
