import { useSyncExternalStore } from 'react';
import { i18n } from '../i18n/i18n';
import { removePluginCss, setPluginCss } from './css';
import { checkTheme, removeTheme, setTheme } from './themeTokens';
import type {
  CoachCardProps,
  Command,
  FirstRun,
  MessagePartProps,
  NavGroup,
  PageOptions,
  PersonSource,
  PluginApp,
  PluginModule,
  SearchProvider,
  SettingsPanel,
  ThemeTokens,
  TradingAccount,
  WidgetOptions,
} from './types';
import type { ComponentType } from 'react';

export type Owned<T> = T & { readonly plugin: string };

export interface Contributions {
  pages: Owned<PageOptions & { path: string }>[];
  groups: Owned<NavGroup>[];
  widgets: Owned<WidgetOptions & { slot: string }>[];
  settings: Owned<SettingsPanel>[];
  renderers: Owned<{ kind: string; component: ComponentType<MessagePartProps> }>[];
  coachCards: Owned<{ coachId: string; component: ComponentType<CoachCardProps> }>[];
  commands: Owned<Command>[];
  searches: Owned<SearchProvider>[];
  firstRuns: Owned<FirstRun>[];
  accounts: Owned<{ load: (signal: AbortSignal) => Promise<readonly TradingAccount[]> }>[];
  persons: Owned<PersonSource>[];
}

function none(): Contributions {
  return { pages: [], groups: [], widgets: [], settings: [], renderers: [], coachCards: [], commands: [], searches: [], firstRuns: [], accounts: [], persons: [] };
}

const byPlugin = new Map<string, Contributions>();
const names = new Map<string, string>();
const activations = new Map<string, number>();
const listeners = new Set<() => void>();
let current: Contributions = none();

function publish(): void {
  const all = none();
  for (const contributions of byPlugin.values()) {
    for (const key of Object.keys(all) as (keyof Contributions)[]) {
      (all[key] as unknown[]).push(...contributions[key]);
    }
  }
  current = all;
  listeners.forEach((listener) => {
    listener();
  });
}

// Modules without types reach this too: what is wrong is said when they register, not where it breaks the page.
function requireComponent(component: unknown, what: string): void {
  if (typeof component !== 'function' && (typeof component !== 'object' || component === null)) {
    throw new Error(`${what} has no component.`);
  }
}

function collect(id: string, prefix: string): { app: PluginApp; contributions: Contributions; texts: { language: string; bundle: object }[]; css: string[]; themes: ThemeTokens[] } {
  const contributions = none();
  const texts: { language: string; bundle: object }[] = [];
  const css: string[] = [];
  const themes: ThemeTokens[] = [];
  const own = <T extends object>(value: T): Owned<T> => ({ ...value, plugin: id });
  const drawn = <T extends { component: unknown }>(value: T, what: string): Owned<T> => {
    requireComponent(value.component, what);
    return own(value);
  };
  const app: PluginApp = {
    id,
    page: (path, options) => {
      if (!path.startsWith('/')) {
        throw new Error(`The path of a page begins with "/", unlike "${path}".`);
      }
      contributions.pages.push(drawn({ ...options, path: prefix + path }, `The page ${path}`));
    },
    navGroup: (group) => contributions.groups.push(own(group)),
    widget: (slot, options) => contributions.widgets.push(drawn({ ...(options as WidgetOptions), slot }, `The widget ${options.id}`)),
    settings: (panel) => contributions.settings.push(drawn(panel, `The settings panel ${panel.id}`)),
    messageRenderer: (kind, component) => contributions.renderers.push(drawn({ kind, component }, `The renderer of ${kind}`)),
    coachCard: (coachId, component) => contributions.coachCards.push(drawn({ coachId, component }, `The card of ${coachId}`)),
    theme: (tokens) => {
      checkTheme(tokens);
      themes.push(tokens);
    },
    translations: (bundles) => {
      texts.push({ language: 'en', bundle: bundles.en }, { language: 'zh-CN', bundle: bundles['zh-CN'] });
    },
    command: (command) => contributions.commands.push(own(command)),
    search: (provider) => contributions.searches.push(own(provider)),
    firstRun: (firstRun) => contributions.firstRuns.push(own(firstRun)),
    accounts: (load) => contributions.accounts.push(own({ load })),
    person: (source) => contributions.persons.push(own(source)),
    css: (text) => css.push(text),
  };
  return { app, contributions, texts, css, themes };
}

export interface ActivationOptions {
  /** What people call the plugin; its id by default. */
  name?: string;
  /** Put before every path; built-in plugins have none, installed ones live under `/p/<id>`. */
  pathPrefix?: string;
}

/**
 * Takes in what a plugin contributes and replaces what it contributed before. When registration throws, nothing
 * changes.
 */
export function activatePlugin(id: string, module: PluginModule, options: ActivationOptions = {}): void {
  const { app, contributions, texts, css, themes } = collect(id, options.pathPrefix ?? '');
  module.register(app);
  for (const { language, bundle } of texts) {
    i18n.addResourceBundle(language, id, bundle, true, true);
  }
  if (css.length > 0) {
    setPluginCss(id, css.join('\n'));
  } else {
    removePluginCss(id);
  }
  setTheme(id, themes);
  byPlugin.set(id, contributions);
  names.set(id, options.name ?? id);
  activations.set(id, activationOf(id) + 1);
  publish();
}

/** Takes everything of a plugin off the page. */
export function deactivatePlugin(id: string): void {
  removePluginCss(id);
  removeTheme(id);
  if (byPlugin.delete(id)) {
    publish();
  }
}

/** What people call a plugin. */
export function pluginName(id: string): string {
  return names.get(id) ?? id;
}

/** How often a plugin's module was taken in; what failed in an earlier one gets another chance in the next. */
export function activationOf(id: string): number {
  return activations.get(id) ?? 0;
}

/** Ids of the plugins that contribute now. */
export function activePlugins(): string[] {
  return [...byPlugin.keys()];
}

/** Everything that is contributed now; a new object after each change. */
export function contributions(): Contributions {
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything that is contributed, live. */
export function useContributions(): Contributions {
  return useSyncExternalStore(subscribe, contributions);
}
