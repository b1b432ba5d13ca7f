import { useContributions, type PageOptions } from '@aiwendy/sdk';
import { lazy } from 'react';
import { PluginsBadge } from './PluginsBadge';

export interface ShellPage extends PageOptions {
  path: string;
  /** Namespace of its texts: the plugin's id, or `shell`. */
  plugin: string;
}

const ownPages: readonly ShellPage[] = [
  {
    path: '/plugins',
    plugin: 'shell',
    title: 'nav.plugins',
    icon: 'plugin',
    component: lazy(() => import('../pages/PluginsPage')),
    nav: { group: 'bottom', order: 10, badge: PluginsBadge },
  },
  {
    path: '/settings/:section?',
    plugin: 'shell',
    title: 'nav.settings',
    icon: 'settings',
    component: lazy(() => import('../pages/SettingsPage')),
    nav: { group: 'bottom', order: 20 },
  },
];

/** Every page: the shell's own and the plugins'. Where two claim a path, the first keeps it. */
export function usePages(): ShellPage[] {
  const { pages } = useContributions();
  const seen = new Set<string>();
  return [...ownPages, ...pages].filter((page) => {
    if (seen.has(page.path)) {
      return false;
    }
    seen.add(page.path);
    return true;
  });
}

/** Where the navigation leads: the path without its parameters. */
export function pageTarget(path: string): string {
  return path.replace(/\/:.*$/, '').replace(/\/\*$/, '') || '/';
}
