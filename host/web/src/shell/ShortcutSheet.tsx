import { i18n, IconButton, useContributions, useLanguage, useT } from '@aiwendy/sdk';
import { ShellDialog } from './ShellDialog';

/** Every shortcut that works now. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useT('shell');
  const kit = useT('kit');
  useLanguage();
  const commands = useContributions().commands.filter((command) => command.shortcut);
  const general: [string, string][] = [
    ['Ctrl K', t('shortcuts.search')],
    ['Ctrl /', t('shortcuts.help')],
    ['g h', t('shortcuts.goDashboard')],
    ['j k', t('shortcuts.rows')],
    ['Esc', t('shortcuts.close')],
  ];
  return (
    <ShellDialog label={t('shortcuts.title')} className="sh-shortcuts" onClose={onClose}>
      <div className="aw-drawer-head">
        <h2>{t('shortcuts.title')}</h2>
        <IconButton icon="close" label={kit('close')} onClick={onClose} tooltip={false} />
      </div>
      <div className="aw-dialog-body">
        <Keys title={t('shortcuts.general')} rows={general} />
        {commands.length > 0 && <Keys title={t('shortcuts.commands')} rows={commands.map((command) => [command.shortcut ?? '', i18n.t(command.title, { ns: command.plugin })])} />}
      </div>
    </ShellDialog>
  );
}

function Keys({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 className="mb-1 text-12 text-text-3">{title}</h3>
      <dl className="aw-kv">
        {rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>{meaning}</dt>
            <dd className="flex gap-1">
              {keys.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
