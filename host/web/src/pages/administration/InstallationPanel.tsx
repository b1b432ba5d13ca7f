import { Button, Card, EmptyState, ErrorState, Field, Input, Notice, Segmented, Skeleton, useLanguage, useSearchParams, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { administration, keys, type InstallationSetting } from './api';
import { SettingHistory } from './SettingHistory';
import { SettingItem } from './SettingItem';
import { addAdministrationTexts, administrationTexts } from './texts';
import './administration.css';

addAdministrationTexts();

const filters = ['all', 'editable', 'set'] as const;
type Filter = (typeof filters)[number];

/** Every setting of the installation: its value, where that comes from, and a way to change what may be changed here. */
export default function InstallationPanel() {
  const t = useT(administrationTexts);
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('find') ?? '');
  const [filter, setFilter] = useState<Filter>('all');
  const settings = useQuery({ queryKey: keys.settings(language), queryFn: ({ signal }) => administration.settings(signal) });
  const find = (text: string) => {
    setWords(text);
    setSearch(
      (current) => {
        current.delete('find');
        return current;
      },
      { replace: true },
    );
  };
  if (settings.isPending) {
    return <Skeleton lines={8} />;
  }
  if (settings.isError) {
    return <ErrorState problem={settings.error} onRetry={() => void settings.refetch()} />;
  }
  const groups = grouped(settings.data.items.filter((one) => fits(one, words, filter)));
  const pending = settings.data.items.filter((one) => one.pending).length;
  return (
    <div className="grid gap-3">
      <Card title={t('settings.title')} meta={t('settings.intro')}>
        <div className="in-tools">
          <Field label={t('settings.search')} className="min-w-[200px] flex-1">
            <Input
              type="search"
              value={words}
              onChange={(event) => {
                find(event.target.value);
              }}
            />
          </Field>
          <Segmented label={t('settings.show')} value={filter} onChange={setFilter} options={filters.map((value) => ({ value, label: t(`settings.filters.${value}`) }))} />
        </div>
      </Card>
      {pending > 0 && (
        <Notice tone="warn" icon="refresh" title={t('settings.pending', { count: pending })}>
          {t('settings.pendingHelp')}
        </Notice>
      )}
      {groups.length === 0 && (
        <Card>
          <EmptyState
            icon="search"
            actions={
              <Button
                onClick={() => {
                  find('');
                  setFilter('all');
                }}
              >
                {t('settings.showAll')}
              </Button>
            }
          >
            {t('settings.nothing')}
          </EmptyState>
        </Card>
      )}
      {groups.map(([group, items]) => (
        <Card key={group} title={group}>
          <ul className="in-list">
            {items.map((setting) => (
              <SettingItem key={setting.key} setting={setting} />
            ))}
          </ul>
        </Card>
      ))}
      <SettingHistory />
    </div>
  );
}

function fits(setting: InstallationSetting, words: string, filter: Filter): boolean {
  if ((filter === 'editable' && !setting.editable) || (filter === 'set' && !setting.isSet)) {
    return false;
  }
  const text = `${setting.key} ${setting.group} ${setting.description}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function grouped(items: readonly InstallationSetting[]): [string, InstallationSetting[]][] {
  const groups = new Map<string, InstallationSetting[]>();
  for (const item of items) {
    groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  }
  return [...groups];
}
