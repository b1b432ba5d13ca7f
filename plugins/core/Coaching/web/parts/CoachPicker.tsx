import { CoachTile, Icon, Link, Popover, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import type { Coach } from '../api';

/** Who answers next; opens the list of coaches. */
export function CoachPicker({ coaches, current, onChoose }: { coaches: readonly Coach[]; current: Coach | undefined; onChoose: (coach: Coach) => void }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const name = current?.name ?? t('coach.gone');
  return (
    <Popover
      label={t('coach.choose')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="co-picker" aria-label={t('coach.current', { name })}>
          <CoachTile id={current?.id ?? 'host'} name={name} />
          <span>
            <b>{name}</b>
            {current && <small>{t(`style.${current.style}.coach`)}</small>}
          </span>
          <Icon name="chevron-down" />
        </button>
      }
    >
      <div className="co-coaches">
        <div className="co-coaches-head">{t('coach.heading')}</div>
        {coaches.map((coach) => (
          <button
            key={coach.id}
            type="button"
            className="co-coach-option"
            aria-pressed={coach.id === current?.id}
            onClick={() => {
              setOpen(false);
              onChoose(coach);
            }}
          >
            <CoachTile id={coach.id} name={coach.name} />
            <span>
              <b>{coach.name}</b> <em>{t(`style.${coach.style}.short`)}</em>
              <small>{coach.description}</small>
            </span>
            {coach.id === current?.id && <Icon name="check" />}
          </button>
        ))}
        <div className="co-coaches-foot">
          <Link
            className="aw-btn"
            data-kind="quiet"
            data-size="small"
            to="/coaches"
            onClick={() => {
              setOpen(false);
            }}
          >
            {t('coach.all')}
          </Link>
        </div>
      </div>
    </Popover>
  );
}
