import { activatePlugin, activePlugins, api, deactivatePlugin, type PluginModule } from '@aiwendy/sdk';
import { builtInPlugins } from 'virtual:built-in-plugins';
import { queryClient } from '../queryClient';
import { setLoadState, setWebModule } from './loadState';

interface WebModule {
  id: string;
  name: string;
  version: string;
  /** Address of the module; a built-in plugin's is already part of the shell's build. */
  entry: string;
}

/** How long the first page waits for the modules of installed plugins; those that come later join it. */
const grace = 1500;
/** After this long a module counts as failed; it is still taken in when it comes. */
const patience = 5000;

const loaded = new Map<string, string>();
const wanted = new Map<string, string>();
const attempts = new Map<string, number>();

function after(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => {
    window.setTimeout(() => {
      resolve('late');
    }, milliseconds);
  });
}

function addressOf(plugin: WebModule): string {
  // A browser remembers that a module threw, so that another try needs another address.
  const attempt = attempts.get(plugin.id);
  return `${plugin.entry}?v=${encodeURIComponent(plugin.version)}${attempt ? `&try=${attempt}` : ''}`;
}

async function load(plugin: WebModule): Promise<void> {
  const builtIn = builtInPlugins[plugin.id];
  const entry = builtIn ? 'built-in' : addressOf(plugin);
  if (loaded.get(plugin.id) === entry && activePlugins().includes(plugin.id)) {
    return;
  }
  wanted.set(plugin.id, entry);
  setWebModule(plugin.id, { name: plugin.name, phase: 'loading', reason: null });
  const arrival = take(plugin, entry, builtIn);
  if (await Promise.race([arrival, after(patience)]) === 'late' && wanted.get(plugin.id) === entry) {
    setWebModule(plugin.id, { name: plugin.name, phase: 'failed', reason: null });
    console.error(`The web module of ${plugin.id} has not answered yet`);
  }
}

async function take(plugin: WebModule, entry: string, builtIn: (() => Promise<{ default: PluginModule }>) | undefined): Promise<void> {
  try {
    const module = builtIn ? await builtIn() : ((await import(/* @vite-ignore */ entry)) as { default?: PluginModule });
    // A newer version, or the plugin's end, may have overtaken a slow module.
    if (wanted.get(plugin.id) !== entry) {
      return;
    }
    if (typeof module.default?.register !== 'function') {
      throw new Error('The module has no default export made with definePlugin.');
    }
    activatePlugin(plugin.id, module.default, { name: plugin.name, pathPrefix: builtIn ? '' : `/p/${plugin.id}` });
    loaded.set(plugin.id, entry);
    setWebModule(plugin.id, { name: plugin.name, phase: 'ready', reason: null });
  } catch (error) {
    // One plugin's broken module must not keep the others from loading.
    if (wanted.get(plugin.id) === entry) {
      setWebModule(plugin.id, { name: plugin.name, phase: 'failed', reason: error instanceof Error ? error.message : String(error) });
      console.error(`The web module of ${plugin.id} failed to load`, error);
    }
  }
}

let listed: readonly WebModule[] = [];

/** Loads what is active now and takes away what no longer is; waits a moment for modules of installed plugins. */
export async function loadPlugins(): Promise<void> {
  listed = await api.get<WebModule[]>('/api/ui/plugins');
  const active = new Set(listed.map((plugin) => plugin.id));
  for (const id of [...wanted.keys()]) {
    if (!active.has(id)) {
      deactivatePlugin(id);
      loaded.delete(id);
      wanted.delete(id);
      setWebModule(id, null);
    }
  }
  const own = listed.filter((plugin) => builtInPlugins[plugin.id] !== undefined);
  const installed = listed.filter((plugin) => builtInPlugins[plugin.id] === undefined);
  await Promise.all([...own.map(load), Promise.race([Promise.all(installed.map(load)), after(grace)])]);
}

/** Tries a module again that failed or did not come. */
export async function retryPlugin(id: string): Promise<void> {
  const plugin = listed.find((one) => one.id === id);
  if (plugin) {
    attempts.set(id, (attempts.get(id) ?? 0) + 1);
    await load(plugin);
  }
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

/** Least time between two reloads, however often somebody says that plugins changed. */
const pause = 500;

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
    .then(() => after(wantsAnother ? pause : 0))
    .finally(() => {
      isReloading = false;
      if (wantsAnother) {
        wantsAnother = false;
        reload();
      }
    });
}
