import { Button, ButtonLink, Card, ErrorState, PageHead, Skeleton, Tabs, useContributions, usePlatform, useSearchParams, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type DragEvent } from 'react';
import { LicenceNotices } from './LicenceNotices';
import { FeedView } from './plugins/FeedView';
import { InstallDrawer, type PackageSource } from './plugins/InstallDrawer';
import { InstalledView } from './plugins/InstalledView';
import { LicencesView } from './plugins/LicencesView';
import { listPlugins, needsAttention, pluginsKey } from './plugins/pluginApi';
import './plugins/plugins.css';
import { addAdminTexts, adminTexts } from './plugins/texts';

addAdminTexts();

const views = ['installed', 'feed', 'licences'] as const;
type View = (typeof views)[number];

/** Looks after plugins: what is installed, what a feed offers, licences and features. */
export default function PluginsPage() {
  const t = useT(adminTexts);
  const { data: platform } = usePlatform();
  const [search, setSearch] = useSearchParams();
  const [installing, setInstalling] = useState<{ source: PackageSource } | null>(null);
  const plugins = useQuery({ queryKey: pluginsKey, queryFn: ({ signal }) => listPlugins(signal), refetchInterval: 15_000 });
  const insights = useContributions().pages.find((page) => page.plugin === 'aiwendy.insights' && page.nav)?.path;
  const view: View = views.find((one) => one === search.get('view')) ?? 'installed';
  const closeInstall = useCallback(() => {
    setInstalling(null);
  }, []);
  const setSource = useCallback((source: PackageSource) => {
    setInstalling({ source });
  }, []);
  const review = (feedId: string, version: string) => {
    setSource({ feedId, version });
  };

  if (plugins.isPending) {
    return (
      <>
        <PageHead title={t('title')} />
        <Card flush>
          <Skeleton lines={8} />
        </Card>
      </>
    );
  }
  if (plugins.isError) {
    return (
      <>
        <PageHead title={t('title')} />
        <Card flush>
          <ErrorState problem={plugins.error} onRetry={() => void plugins.refetch()} />
        </Card>
      </>
    );
  }
  const { items } = plugins.data;
  const aside = items.filter(needsAttention).length;
  const running = items.filter((plugin) => plugin.state === 'active').length;
  return (
    <div
      className="ad-page"
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
      }}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file) {
          setSource({ file });
        }
      }}
    >
      <PageHead
        title={t('title')}
        actions={
          <>
            {platform && <span className="text-12 text-text-3 aw-desktop-only">{`${platform.name} ${platform.version} · ${platform.deploymentMode}`}</span>}
            {insights && (
              <ButtonLink to={insights} icon="evidence">
                {t('insights')}
              </ButtonLink>
            )}
            <Button icon="plus" onClick={() => { setInstalling({ source: null }); }}>
              {t('install')}
            </Button>
          </>
        }
      >
        {t('summary', { count: items.length, running })} {aside > 0 && t('aside', { count: aside })} {t('live')}
      </PageHead>
      <LicenceNotices />
      <Tabs
        label={t('views')}
        value={view}
        items={views.map((one) => ({ value: one, label: t(`view.${one}`) }))}
        onChange={(next) => {
          setSearch(next === 'installed' ? {} : { view: next }, { replace: true });
        }}
      >
        {view === 'installed' && <InstalledView items={items} onReview={review} />}
        {view === 'feed' && <FeedView onReview={review} />}
        {view === 'licences' && <LicencesView />}
      </Tabs>
      {installing && <InstallDrawer source={installing.source} onSource={setSource} onClose={closeInstall} />}
    </div>
  );
}
