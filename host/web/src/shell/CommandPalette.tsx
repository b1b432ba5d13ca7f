import { Icon, i18n, setLanguage, setTheme, useContributions, useLanguage, useT, useTheme } from '@aiwendy/sdk';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { filterEntries, type PaletteEntry, type PaletteSection } from './paletteEntries';
import { openShortcuts } from './paletteState';
import { pageTarget, type ShellPage } from './pageTypes';
import { runCommand } from './runCommand';
import { ShellDialog } from './ShellDialog';
import { useSearchSections } from './useSearchSections';

/** One list of everything: pages, commands, and what plugins find. `>` keeps to commands. */
export default function CommandPalette({ pages, onClose }: { pages: readonly ShellPage[]; onClose: () => void }) {
  const t = useT('shell');
  const id = useId();
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const own = useOwnEntries(pages, onClose);
  const found = useSearchSections(query);
  const navigate = useNavigate();

  const onlyCommands = query.startsWith('>');
  const text = onlyCommands ? query.slice(1).trim() : query.trim();
  const sections: PaletteSection[] = [
    ...(onlyCommands ? [] : [{ id: 'pages', title: t('palette.pages'), entries: filterEntries(text, own.pages) }]),
    ...found.map((section) => ({
      id: section.id,
      title: section.title,
      entries: section.hits.map((hit) => ({
        ...hit,
        run: () => {
          onClose();
          void navigate(hit.to);
        },
      })),
    })),
    { id: 'commands', title: t('palette.commands'), entries: filterEntries(text, own.commands) },
  ].filter((section) => section.entries.length > 0);
  const entries = sections.flatMap((section) => section.entries);
  const active = Math.min(selected, Math.max(0, entries.length - 1));

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const key = (event: KeyboardEvent) => {
    const target = { ArrowDown: active + 1, ArrowUp: active - 1 + entries.length }[event.key];
    if (target !== undefined && entries.length > 0) {
      event.preventDefault();
      setSelected(target % entries.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      open(entries[active], event.ctrlKey || event.metaKey);
    }
  };
  const open = (entry: PaletteEntry | undefined, inNewTab: boolean) => {
    if (inNewTab && entry?.to) {
      window.open(entry.to, '_blank', 'noopener');
      onClose();
      return;
    }
    entry?.run();
  };

  let index = -1;
  return (
    <ShellDialog label={t('palette.title')} className="sh-palette" onClose={onClose}>
      <div className="sh-palette-head">
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setSelected(0);
          }}
          onKeyDown={key}
        />
        <kbd>Esc</kbd>
      </div>
      <div className="sh-palette-list" id={`${id}-list`} role="listbox" aria-label={t('palette.title')} ref={list}>
        {sections.map((section) => (
          <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}`}>
            <div className="sh-palette-title" id={`${id}-${section.id}`}>
              {section.title} <span className="aw-num">{section.entries.length}</span>
            </div>
            {section.entries.map((entry) => {
              index += 1;
              const position = index;
              return (
                <div
                  key={entry.id}
                  id={`${id}-${position}`}
                  role="option"
                  aria-selected={position === active}
                  className="sh-palette-item"
                  onPointerMove={() => {
                    setSelected(position);
                  }}
                  onClick={(event) => {
                    open(entry, event.ctrlKey || event.metaKey);
                  }}
                >
                  <Icon name={entry.icon ?? 'chevron-right'} />
                  <span>{entry.title}</span>
                  {entry.detail && <small>{entry.detail}</small>}
                  {entry.shortcut && <kbd>{entry.shortcut}</kbd>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div className="sh-palette-note" role="status">
        {entries.length === 0 && <p>{t('palette.empty', { query: text })}</p>}
        {found
          .filter((section) => section.hasFailed)
          .map((section) => (
            <p key={section.id}>{t('palette.failed', { title: section.title })}</p>
          ))}
      </div>
    </ShellDialog>
  );
}

function useOwnEntries(pages: readonly ShellPage[], onClose: () => void): { pages: PaletteEntry[]; commands: PaletteEntry[] } {
  const t = useT('shell');
  const navigate = useNavigate();
  const language = useLanguage();
  const { shown } = useTheme();
  const { commands } = useContributions();
  return useMemo(() => {
    const then = (action: () => void) => () => {
      onClose();
      action();
    };
    const go = (to: string) => {
      void navigate(to);
    };
    return {
      pages: pages
        .filter((page) => page.nav)
        .map((page) => {
          const to = pageTarget(page.path);
          return { id: `page:${page.path}`, title: i18n.t(page.title, { ns: page.plugin }), icon: page.icon, to, run: then(() => go(to)) };
        }),
      commands: [
        ...commands.map((command) => ({
          id: `command:${command.plugin}/${command.id}`,
          title: i18n.t(command.title, { ns: command.plugin }),
          icon: command.icon,
          shortcut: command.shortcut,
          run: then(() => void runCommand(command, { navigate: go })),
        })),
        { id: 'command:theme', title: t('palette.themeCommand'), icon: 'sun' as const, run: then(() => setTheme(shown === 'dark' ? 'light' : 'dark')) },
        { id: 'command:language', title: t('palette.languageCommand'), icon: 'language' as const, run: then(() => setLanguage(language === 'en' ? 'zh-CN' : 'en')) },
        { id: 'command:shortcuts', title: t('palette.shortcuts'), icon: 'keyboard' as const, shortcut: 'Ctrl /', run: then(openShortcuts) },
      ],
    };
  }, [pages, commands, language, shown, t, navigate, onClose]);
}
