import { useT } from '../i18n/useT';

const known: Record<string, string> = { wendy: 'wendy', marcus: 'marcus', sophia: 'sophia', alex: 'alex', socrates: 'socrates', host: 'host' };
const hues = ['wendy', 'marcus', 'sophia', 'alex', 'socrates', 'host'];

/** The hue of a coach: its own, or for a custom coach one of the six, always the same for the same id. */
export function coachHue(id: string): string {
  if (known[id]) {
    return known[id];
  }
  let sum = 0;
  for (const character of id) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  }
  return hues[sum % hues.length] ?? 'host';
}

function coachColour(id: string): string {
  const hue = `var(--c-${coachHue(id)})`;
  return known[id] ? hue : `var(--c-${id.toLowerCase().replace(/[^a-z0-9]/g, '-')}, ${hue})`;
}

/** A coach is a rounded square with a letter; people are circles. */
export function CoachTile({ id, name, size = 'medium' }: { id: string; name: string; size?: 'small' | 'medium' | 'large' }) {
  // Sophia has the S already.
  const letters = id === 'socrates' ? 'O' : known[id] ? name.slice(0, 1) : [...name].slice(0, 2).join('');
  return (
    <span className="aw-coach-tile" data-size={size} style={{ background: coachColour(id) }} aria-hidden="true">
      {letters.toUpperCase()}
    </span>
  );
}

/** Says that the words come from a machine. */
export function AiTag() {
  const t = useT('kit');
  return <span className="aw-ai-tag">{t('ai')}</span>;
}

/** A person is a circle with initials. */
export function PersonCircle({ name }: { name: string }) {
  const initials = name
    .split(/[\s@.]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => [...part][0])
    .join('');
  return (
    <span className="aw-person" aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}
