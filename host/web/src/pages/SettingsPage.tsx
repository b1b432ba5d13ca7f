import { ContributionBoundary, Icon, PageHead, PluginScope, Skeleton, useContributions, useMe, usePlatform, useT, type IconName } from '@aiwendy/sdk';
import { lazy, Suspense, type ComponentType } from 'react';
import { NavLink, useParams } from 'react-router';
import { AboutPanel } from './settings/AboutPanel';
import { GeneralPanel } from './settings/GeneralPanel';
import { LicenceNotices } from './LicenceNotices';
import { administrationTexts, addAdministrationTexts } from './administration/texts';
import { NotFoundPage } from './NotFoundPage';
import { usePluginPanels } from './settings/usePluginPanels';

interface Panel {
  id: string;
  title: string;
  icon?: IconName;
  plugin: string;
  /** Namespace of the title, where it is not the plugin's. */
  texts?: string;
  component: ComponentType;
}

addAdministrationTexts();

const first: Panel = { id: 'general', title: 'settings.general', icon: 'settings', plugin: 'shell', component: GeneralPanel };
/** For those who look after the installation. */
const administration: readonly Panel[] = [
  { id: 'installation', title: 'settings.panel', icon: 'settings', plugin: 'shell', texts: administrationTexts, component: lazy(() => import('./administration/InstallationPanel')) },
  { id: 'audit', title: 'audit.panel', icon: 'report', plugin: 'shell', texts: administrationTexts, component: lazy(() => import('./administration/AuditPanel')) },
];
const last: Panel = { id: 'about', title: 'settings.about', icon: 'info', plugin: 'shell', component: AboutPanel };

/** Settings: the shell's own panel, those of the plugins, and about. Each has its own address. */
export default function SettingsPage() {
  const t = useT('shell');
  const { section = 'general' } = useParams();
  const own = useOwnPanels();
  const generated = usePluginPanels();
  const panels: Panel[] = [
    first,
    ...own.panels.sort((a, b) => (a.order ?? 0) - (b.order ?? 0)),
    ...generated.panels.filter((one) => !own.covered.has(one.id)).map((one) => ({ id: one.id, title: one.name, icon: one.icon, plugin: 'shell', component: one.component })),
    ...(own.mayAdminister ? administration : []),
    last,
  ];
  const panel = panels.find((one) => one.id === section);
  if (!panel) {
    // Whether the person may see a panel is known a moment after the page opens.
    return own.isPending || (section.startsWith('plugin-') && generated.isPending) ? <Skeleton lines={5} /> : <NotFoundPage />;
  }
  return (
    <>
      <PageHead title={t('settings.title')}>{t('settings.intro')}</PageHead>
      <LicenceNotices />
      <div className="sh-settings">
        <nav aria-label={t('settings.sections')} className="sh-settings-nav">
          {panels.map((one) => (
            <PanelLink key={`${one.plugin}/${one.id}`} panel={one} />
          ))}
        </nav>
        <div className="min-w-0">
          <PluginScope id={panel.plugin}>
            <ContributionBoundary plugin={panel.plugin} resetKey={panel.id}>
              <Suspense fallback={<Skeleton lines={5} />}>
                <panel.component />
              </Suspense>
            </ContributionBoundary>
          </PluginScope>
        </div>
      </div>
    </>
  );
}

/** The panels of plugins that this person may see and whose feature is on, and the generated ones that they take the place of. */
function useOwnPanels() {
  const { settings } = useContributions();
  const me = useMe();
  const platform = usePlatform();
  return {
    panels: settings.filter(
      (panel) => (!panel.permission || me.data?.permissions.includes(panel.permission)) && (!panel.feature || platform.data?.features[panel.feature] === true),
    ),
    covered: new Set(settings.filter((panel) => panel.coversSettings).map((panel) => `plugin-${panel.plugin}`)),
    mayAdminister: me.data?.permissions.includes('platform.admin') ?? false,
    isPending: me.isPending || platform.isPending,
  };
}

function PanelLink({ panel }: { panel: Panel }) {
  const t = useT(panel.texts ?? panel.plugin);
  const to = panel.id === 'general' ? '/settings' : `/settings/${panel.id}`;
  return (
    <NavLink to={to} end className="sh-nav-item">
      <Icon name={panel.icon ?? 'settings'} />
      <span>{t(panel.title)}</span>
    </NavLink>
  );
}
