import { AiTag, Badge, ButtonLink, Card, CoachCardSlot, CoachTile, EmptyState, ErrorState, Grid, Icon, Link, PageHead, Skeleton, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { calls, keys, type Coach } from '../api';

/** Who there is to talk to. */
export default function CoachesPage() {
  const t = useT();
  const coaches = useQuery({ queryKey: keys.coaches, queryFn: ({ signal }) => calls.coaches(signal) });
  return (
    <>
      <PageHead title={t('coaches.title')}>{t('coaches.intro')}</PageHead>
      {coaches.isPending && <Skeleton lines={8} />}
      {coaches.isError && <ErrorState problem={coaches.error} onRetry={() => void coaches.refetch()} />}
      {coaches.data?.length === 0 && <EmptyState icon="chat">{t('coaches.none')}</EmptyState>}
      {coaches.data && (
        <Grid>
          {coaches.data.map((coach) => (
            <CoachCard key={coach.id} coach={coach} />
          ))}
        </Grid>
      )}
    </>
  );
}

function CoachCard({ coach }: { coach: Coach }) {
  const t = useT();
  const address = `/coach?coach=${encodeURIComponent(coach.id)}`;
  return (
    <Card span={4} className="co-card" aria-labelledby={`co-${coach.id}`}>
      <div className="co-card-head">
        <CoachTile id={coach.id} name={coach.name} size="large" />
        <div>
          <h2 id={`co-${coach.id}`}>
            {coach.name} <AiTag />
          </h2>
          <span>{t(`style.${coach.style}.coach`)}</span>
        </div>
        {coach.isDefault && <Badge>{t('coaches.default')}</Badge>}
      </div>
      <p>{coach.description}</p>
      <CoachCardSlot coach={coach} />
      <ul className="co-card-starters" aria-label={t('coaches.asks', { name: coach.name })}>
        {coach.starters.slice(0, 3).map((starter) => (
          <li key={starter}>
            <Link className="aw-link" to={`${address}&ask=${encodeURIComponent(starter)}`}>
              {starter}
            </Link>
          </li>
        ))}
      </ul>
      <div className="co-card-foot">
        <small>
          <Icon name="shield" />
          {coach.reads.length === 0 ? t('reads.nothing') : t('reads.list', { list: coach.reads.map((scope) => t(`reads.${scope}.short`)).join(t('reads.comma')) })}
        </small>
        <ButtonLink icon="chat" to={address}>
          {t('coaches.talk')}
        </ButtonLink>
      </div>
    </Card>
  );
}
