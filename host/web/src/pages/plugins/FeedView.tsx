import { Badge, Button, Card, EmptyState, ErrorState, Select, Skeleton, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bytes } from './bytes';
import { calls, feedKey, type FeedPlugin } from './pluginApi';
import { PublisherKeys } from './PublisherKeys';
import { adminTexts } from './texts';

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
  const [chosen, setChosen] = useState(plugin.versions[0]?.version ?? '');
  const version = plugin.versions.find((one) => one.version === chosen);
  const facts = [plugin.publisher, version?.sdk ? t('feed.sdk', { range: version.sdk }) : null, version?.size ? bytes(version.size) : null].filter(Boolean);
  return (
    <li>
      <div className="ad-grow">
        <div className="ad-lead">
          <b>{plugin.name}</b>
          {plugin.installed && <Badge tone="ok">{t('feed.installed', { version: plugin.installed })}</Badge>}
        </div>
        <code>{plugin.id}</code>
        <span className="ad-text">{facts.join(' · ')}</span>
        {version?.changes && <span className="ad-text">{version.changes}</span>}
      </div>
      <Select aria-label={t('feed.choose', { name: plugin.name })} value={chosen} options={plugin.versions.map((one) => ({ value: one.version, label: one.version }))} onChange={setChosen} />
      <Button aria-label={t('feed.reviewNamed', { name: plugin.name })} onClick={() => { onReview(plugin.id, chosen); }}>
        {t('feed.review')}
      </Button>
    </li>
  );
}
