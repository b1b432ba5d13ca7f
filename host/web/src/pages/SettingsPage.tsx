import { ContributionBoundary, Icon, PageHead, PluginScope, Skeleton, useContributions, useMe, usePlatform, useT, type IconName } from '@aiwendy/sdk';
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
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
const last: Panel = { id: 'about', title: 'settings.about', icon: 'info', plugin: 'shell', component: AboutPanel };
const administration: readonly Panel[] = [
  { id: 'installation', title: 'settings.panel', icon: 'settings', plugin: 'shell', texts: administrationTexts, component: lazy(() => import('./administration/InstallationPanel')) },
  { id: 'audit', title: 'audit.panel', icon: 'report', plugin: 'shell', texts: administrationTexts, component: lazy(() => import('./administration/AuditPanel')) },
];

// From this order on, panels of plugins are for those who look after the installation.
const administrative = 60;

/** Settings: one's own, then those of the installation; each panel, the shell's or a plugin's, has its own address. */
export default function SettingsPage() {
  const t = useT('shell');
  const { section = 'general' } = useParams();
  const own = useOwnPanels();
  const generated = usePluginPanels();
  const ordered = own.panels.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const personal: Panel[] = [first, ...ordered.filter((one) => (one.order ?? 0) < administrative), last];
  const ofInstallation: Panel[] = [
    ...ordered.filter((one) => (one.order ?? 0) >= administrative),
    ...generated.panels.filter((one) => !own.covered.has(one.id)).map((one) => ({ id: one.id, title: one.name, icon: one.icon, plugin: 'shell', component: one.component })),
    ...(own.mayAdminister ? administration : []),
  ];
  const panel = [...personal, ...ofInstallation].find((one) => one.id === section);
  if (!panel) {
    // Whether the person may see a panel is known a moment after the page opens.
    return own.isPending || (section.startsWith('plugin-') && generated.isPending) ? <Skeleton lines={5} /> : <NotFoundPage />;
  }
  return (
    <>
      <PageHead title={t('settings.title')}>{t('settings.intro')}</PageHead>
      <LicenceNotices />
      <div className="sh-settings">
        <SettingsNav personal={personal} ofInstallation={ofInstallation} current={section} />
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

function SettingsNav({ personal, ofInstallation, current }: { personal: readonly Panel[]; ofInstallation: readonly Panel[]; current: string }) {
  const t = useT('shell');
  const nav = useRef<HTMLElement>(null);
  const links = (panels: readonly Panel[]) => panels.map((one) => <PanelLink key={`${one.plugin}/${one.id}`} panel={one} />);

  // On a phone the links are one line that scrolls; the chosen one must not lie outside of it.
  useEffect(() => {
    const line = nav.current;
    const chosen = line?.querySelector<HTMLElement>('[aria-current=page]');
    if (line && chosen) {
      line.scrollLeft = chosen.offsetLeft - line.offsetLeft - (line.clientWidth - chosen.offsetWidth) / 2;
    }
  }, [current, personal.length, ofInstallation.length]);

  return (
    <nav aria-label={t('settings.sections')} className="sh-settings-nav" ref={nav}>
      {links(personal)}
      {ofInstallation.length > 0 && <span className="sh-nav-title">{t('settings.administration')}</span>}
      {links(ofInstallation)}
    </nav>
  );
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
