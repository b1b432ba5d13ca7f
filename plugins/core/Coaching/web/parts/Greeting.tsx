import { AiTag, CoachTile, useT } from '@aiwendy/sdk';
import type { Coach } from '../api';

/** The start of a conversation: who listens, who else could, and what to ask. */
export function Greeting({ coaches, coach, onCoach, onAsk }: { coaches: readonly Coach[]; coach: Coach; onCoach: (coach: Coach) => void; onAsk: (text: string) => void }) {
  const t = useT();
  return (
    <section className="co-greeting" aria-labelledby="co-greeting">
      <div className="co-greeting-who">
        <CoachTile id={coach.id} name={coach.name} size="large" />
        <div>
          <h1 id="co-greeting">
            {t('greeting.title', { name: coach.name })} <AiTag />
          </h1>
          <p>{coach.description}</p>
        </div>
      </div>
      <div role="radiogroup" aria-label={t('coach.choose')} className="co-choices">
        {coaches.map((one) => (
          <button key={one.id} type="button" role="radio" aria-checked={one.id === coach.id} tabIndex={one.id === coach.id ? 0 : -1} onClick={() => { onCoach(one); }} onKeyDown={(event) => { moveChoice(event, coaches, coach, onCoach); }}>
            <CoachTile id={one.id} name={one.name} size="small" />
            {one.name}
            <small>{t(`style.${one.style}.short`)}</small>
          </button>
        ))}
      </div>
      {coach.starters.length > 0 && (
        <>
          <h2>{t('greeting.ask')}</h2>
          <ul className="co-starters">
            {coach.starters.map((starter) => (
              <li key={starter}>
                <button type="button" onClick={() => { onAsk(starter); }}>
                  {starter}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function moveChoice(event: React.KeyboardEvent<HTMLButtonElement>, coaches: readonly Coach[], coach: Coach, onCoach: (coach: Coach) => void) {
  const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) {
    return;
  }
  event.preventDefault();
  const index = (coaches.findIndex((one) => one.id === coach.id) + step + coaches.length) % coaches.length;
  const next = coaches[index];
  if (next) {
    onCoach(next);
    const buttons = event.currentTarget.parentElement?.querySelectorAll<HTMLButtonElement>('[role="radio"]');
    buttons?.[index]?.focus();
  }
}
