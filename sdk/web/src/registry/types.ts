import type { ComponentType } from 'react';
import type { IconName } from '../icons/paths';
import type { EvidenceTrade, Figure, ToolStep } from '../runs/events';

/** Which controls of the global bar a page obeys. */
export type BarControl = 'account' | 'period' | 'basis' | 'unit' | 'currency' | 'zone';

export interface NavEntry {
  /** `main`, `bottom`, or a group declared with `app.navGroup`. */
  group: string;
  /** Ascending within the group. */
  order: number;
  /** Also a tab at the bottom of a phone; the first four tabs by `order` of all groups are shown. */
  tab?: boolean;
  /** A count that needs the user, drawn beside the name. */
  badge?: ComponentType;
}

export interface PageOptions {
  /** Key of the plugin's translations, or a plain text. */
  title: string;
  icon?: IconName;
  /** Wrap it in `React.lazy` to load it on first use. */
  component: ComponentType;
  nav?: NavEntry;
  /** Controls of the global bar that the page obeys; none by default. */
  bar?: readonly BarControl[];
  /** `plain` drops sidebar and bars, e.g. for sign-in and the first run. */
  frame?: 'app' | 'plain';
  /** The page fills the height and scrolls by itself, without padding, e.g. a chat. */
  fill?: boolean;
  /** Shown in the sidebar below the navigation while the page is open, e.g. recent conversations. */
  sidebar?: ComponentType;
  /** Reachable without being signed in. */
  public?: boolean;
}

export interface WidgetOptions<Props = Record<string, never>> {
  id: string;
  title?: string;
  component: ComponentType<Props>;
  /** Columns of twelve. */
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 12;
  order?: number;
}

export interface SettingsPanel {
  id: string;
  title: string;
  icon?: IconName;
  component: ComponentType;
  order?: number;
  /** Only people who hold the permission see the panel. */
  permission?: string;
  /** The panel is there only while the feature is on. */
  feature?: string;
  /** The panel shows what the plugin's settings schema holds, so that none is generated from it. */
  coversSettings?: boolean;
}

export interface NavGroup {
  id: string;
  title: string;
  order: number;
}

export interface CommandContext {
  navigate: (to: string) => void;
}

export interface Command {
  id: string;
  title: string;
  icon?: IconName;
  run: (context: CommandContext) => void | Promise<void>;
  /** `g t` is a sequence, `Ctrl Shift O` a chord. */
  shortcut?: string;
}

export interface SearchHit {
  id: string;
  title: string;
  detail?: string;
  to: string;
  icon?: IconName;
}

export interface SearchProvider {
  id: string;
  title: string;
  search: (query: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
}

export interface FirstRun {
  /** Where the first visit leads; usually a page with `frame: 'plain'`. */
  path: string;
  /** Whether this person has not begun yet. */
  needed: () => Promise<boolean>;
}

export interface TradingAccount {
  id: string;
  name: string;
  currency?: string;
  timeZone?: string;
}

/** What a plugin that knows people adds to the person's menu. */
export interface PersonSource {
  /** A page about the person, e.g. profile and sessions. */
  profile?: string;
  signOut?: () => Promise<void>;
}

/** What a coach card receives. */
export interface CoachCardProps {
  coach: { readonly id: string; readonly name: string; readonly description: string };
}

/** Colours by the name of their token, without the dashes: `{ accent: '#1f5cb8' }`. */
export type ThemeColours = Readonly<Record<string, string>>;

/** Colours that replace those of the product; `c-<coach id>`, with `-` for all but letters and digits, gives a coach its own. */
export interface ThemeTokens {
  light: ThemeColours;
  dark: ThemeColours;
}

/** What the renderer of a tool receives: the call that went well, and what the answer may cite. */
export interface ToolPart {
  step: ToolStep;
  figures: readonly Figure[];
  trades: readonly EvidenceTrade[];
}

/** What a message renderer receives: a `ToolPart` where its kind is the name of a tool. */
export interface MessagePartProps {
  data: unknown;
}

export interface PluginApp {
  readonly id: string;
  page: (path: string, options: PageOptions) => void;
  navGroup: (group: NavGroup) => void;
  widget: <Props = Record<string, never>>(slot: string, options: WidgetOptions<Props>) => void;
  settings: (panel: SettingsPanel) => void;
  /** Draws parts of answers; a kind with the name of a coach's tool is drawn below an answer that used it. */
  messageRenderer: (kind: string, component: ComponentType<MessagePartProps>) => void;
  /** What the card of a coach shows below its description, e.g. a figure or a choice. */
  coachCard: (coachId: string, component: ComponentType<CoachCardProps>) => void;
  /** Colours for the whole page; names that the product does not know and values that are no colour are refused. */
  theme: (tokens: ThemeTokens) => void;
  translations: (texts: { en: object; 'zh-CN': object }) => void;
  command: (command: Command) => void;
  search: (provider: SearchProvider) => void;
  firstRun: (firstRun: FirstRun) => void;
  /** Trading accounts for the global bar. */
  accounts: (load: (signal: AbortSignal) => Promise<readonly TradingAccount[]>) => void;
  /** Profile page and sign-out for the person's menu; one plugin provides it. */
  person: (source: PersonSource) => void;
  /** Styles that hold only within this plugin's own parts of the page. */
  css: (text: string) => void;
}

export interface PluginModule {
  readonly register: (app: PluginApp) => void;
}

/** Describes a plugin's part of the web page; the default export of its `web/ui.tsx`. */
export function definePlugin(register: (app: PluginApp) => void): PluginModule {
  return { register };
}
