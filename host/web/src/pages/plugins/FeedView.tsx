import { Badge, Button, Card, EmptyState, ErrorState, Icon, Select, Skeleton, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bytes } from './bytes';
import { calls, feedKey, type FeedPlugin } from './pluginApi';
import { PublisherKeys } from './PublisherKeys';
import { adminTexts } from './texts';
import { useNames } from './useNames';

/** What the configured feed offers, and whose packages are trusted. */
export function FeedView({ onReview }: { onReview: (feedId: string, version: string) => void }) {
  const t = useT(adminTexts);
  const feed = useQuery({ queryKey: feedKey, queryFn: ({ signal }) => calls.feed(signal), retry: false });
  return (
    <div className="ad-stack">
      <Card title={t('feed.title')} meta={feed.data?.url} flush>
        {feed.isPending && <Skeleton lines={4} />}
        {feed.isError && <ErrorState problem={feed.error} onRetry={() => void feed.refetch()} />}
        {feed.isSuccess &&
          (feed.data.items.length === 0 ? (
            <EmptyState icon="plugin">{t(feed.data.url === null ? 'feed.none' : 'feed.empty')}</EmptyState>
          ) : (
            <ul className="ad-rows">
              {feed.data.items.map((plugin) => (
                <FeedRow key={plugin.id} plugin={plugin} onReview={onReview} />
              ))}
            </ul>
          ))}
      </Card>
      <PublisherKeys />
    </div>
  );
}

function FeedRow({ plugin, onReview }: { plugin: FeedPlugin; onReview: (feedId: string, version: string) => void }) {
  const t = useT(adminTexts);
  const { nameOf, descriptionOf } = useNames();
  const name = nameOf(plugin);
  const [chosen, setChosen] = useState(plugin.versions[0]?.version ?? '');
  const version = plugin.versions.find((one) => one.version === chosen);
  const facts = [plugin.publisher, version?.sdk ? t('feed.sdk', { range: version.sdk }) : null, version?.size ? bytes(version.size) : null].filter(Boolean);
  return (
    <li>
      <div className="ad-grow">
        <div className="ad-lead">
          <b>{name}</b>
          <code>{plugin.id}</code>
          {plugin.installed && (
            <Badge tone="ok" icon="check">
              {t('feed.installed', { version: plugin.installed })}
            </Badge>
          )}
        </div>
        {descriptionOf(plugin) && <span className="ad-text">{descriptionOf(plugin)}</span>}
        <span className="ad-meta">
          {facts.join(' · ')}
          {version && version.permissions.length > 0 && (
            <span>
              <Icon name="shield" size={12} /> {t('feed.asks')} <code>{version.permissions.join(', ')}</code>
            </span>
          )}
        </span>
        {version?.changes && <span className="ad-text">{version.changes}</span>}
      </div>
      <Select aria-label={t('feed.choose', { name })} value={chosen} options={plugin.versions.map((one) => ({ value: one.version, label: one.version }))} onChange={setChosen} />
      <Button aria-label={t('feed.reviewNamed', { name })} disabled={chosen === plugin.installed} onClick={() => { onReview(plugin.id, chosen); }}>
        {t(chosen === plugin.installed ? 'feed.isInstalled' : 'feed.review')}
      </Button>
    </li>
  );
}
