import { Badge, Drawer, Icon, useFormat, useT, type IconName } from '@aiwendy/sdk';
import type { ReactNode } from 'react';
import { FaultTimes } from './FaultNotice';
import { stateLooks, type AdminPlugin, type PluginFigures } from './pluginApi';
import { bytes } from './bytes';
import { adminTexts } from './texts';
import { useNames } from './useNames';

/** Everything that is known about one plugin. */
export function PluginDrawer({ plugin, onClose }: { plugin: AdminPlugin; onClose: () => void }) {
  const t = useT(adminTexts);
  const format = useFormat();
  const { nameOf, descriptionOf } = useNames();
  const look = stateLooks[plugin.state];
  return (
    <Drawer open onClose={onClose} title={nameOf(plugin)}>
      <div className="ad-lead">
        <Badge tone={look.tone} icon={look.icon}>
          {t(`states.${plugin.state}`)}
        </Badge>
        <span className="aw-num">{plugin.version}</span>
        <code>{plugin.id}</code>
      </div>
      {descriptionOf(plugin) && <p className="ad-text">{descriptionOf(plugin)}</p>}
      {plugin.reason && <p className="ad-text">{plugin.reason}</p>}
      {plugin.fault && <FaultDetail plugin={plugin} />}
      <Part title={t('about.title')}>
        <dl className="ad-facts">
          <Fact name={t('about.publisher')}>{plugin.publisher ?? '\u2013'}</Fact>
          <Fact name={t('about.trust')}>{t(`trust.${plugin.trust}`)}</Fact>
          <Fact name={t('about.dependsOn')}>{Object.entries(plugin.dependsOn).map(([id, range]) => `${id} ${range}`).join(', ') || t('none')}</Fact>
          <Fact name={t('about.dependants')}>{plugin.dependants.join(', ') || t('none')}</Fact>
          {plugin.folder && (
            <Fact name={t('about.folder')}>
              <code>{plugin.folder}</code>
            </Fact>
          )}
        </dl>
      </Part>
      <Part title={t('about.permissions')}>
        <Permissions keys={plugin.permissions} />
      </Part>
      {plugin.figures && <Figures figures={plugin.figures} />}
      {plugin.versions.length > 0 && (
        <Part title={t('about.versions')}>
          <ul className="ad-list">
            {plugin.versions.map((one) => (
              <li key={one.sha256}>
                <span>
                  <b className="aw-num">{one.version}</b> {one.active && <Badge tone="ok">{t('about.current')}</Badge>}
                  <small>{format.dateTime(one.installedAt, { year: true })}</small>
                  <code>{one.sha256.slice(0, 16)}</code>
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Drawer>
  );
}

function FaultDetail({ plugin }: { plugin: AdminPlugin }) {
  const t = useT(adminTexts);
  const { fault } = plugin;
  return (
    <>
      <FaultTimes plugin={plugin} />
      {fault?.stack && (
        <Part title={t('fault.stack')}>
          <pre className="ad-log" tabIndex={0}>{fault.stack}</pre>
        </Part>
      )}
      {fault && fault.log.length > 0 && (
        <Part title={t('fault.log')}>
          <pre className="ad-log" tabIndex={0}>{fault.log.join('\n')}</pre>
        </Part>
      )}
    </>
  );
}

function Figures({ figures }: { figures: PluginFigures }) {
  const t = useT(adminTexts);
  const format = useFormat();
  const ms = (value: number) => `${format.ratio(value, value < 10 ? 1 : 0)} ms`;
  return (
    <Part title={t('about.figures')}>
      <dl className="ad-facts aw-num">
        <Fact name={t('about.requests')}>{format.count(figures.requests)}</Fact>
        <Fact name={t('about.errors')}>{format.count(figures.errors)}</Fact>
        {figures.requests > 0 && <Fact name={t('about.median')}>{ms(figures.p50Ms)}</Fact>}
        {figures.requests > 0 && <Fact name={t('about.slow')}>{ms(figures.p99Ms)}</Fact>}
        <Fact name={t('about.database')}>{ms(figures.databaseMs)}</Fact>
        <Fact name={t('about.jobs')}>{format.count(figures.jobs)}</Fact>
        <Fact name={t('about.memory')}>{bytes(figures.memoryBytes)}</Fact>
        <Fact name={t('about.contexts')}>{format.count(figures.contextsAlive)}</Fact>
      </dl>
      {figures.contextsAlive > 1 && <p className="ad-text">{t('about.contextsHelp')}</p>}
    </Part>
  );
}

/** A titled part of a drawer. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="ad-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** One row of a list of facts. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Permissions that every plugin may state; all others guard what it brings itself. */
const icons: Partial<Record<string, IconName>> = { database: 'lock', network: 'language' };

/** What a plugin may do; those that are new are marked. */
export function Permissions({ keys, added = [] }: { keys: readonly string[]; added?: readonly string[] }) {
  const t = useT(adminTexts);
  if (keys.length === 0) {
    return <p className="ad-text">{t('installing.asksNothing')}</p>;
  }
  return (
    <ul className="ad-list">
      {keys.map((key) => (
        <li key={key}>
          <Icon name={icons[key] ?? 'shield'} />
          <span>
            <b>{t(icons[key] ? `permission.${key}` : 'permission.own')}</b>
            <code>{key}</code>
          </span>
          {added.includes(key) && <Badge tone="warn">{t('installing.newPermission')}</Badge>}
        </li>
      ))}
    </ul>
  );
}
