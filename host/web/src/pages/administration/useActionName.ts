import { useT } from '@aiwendy/sdk';
import { administrationTexts } from './texts';

/** Names what the actions of a kind have in common. */
export function useGroupName(): (group: string) => string {
  const t = useT(administrationTexts);
  return (group) => {
    const key = `audit.groups.${group}`;
    const known = t(key);
    return known === key ? group : known;
  };
}

/** Names an action in words; one that nobody has words for keeps its dotted name. */
export function useActionName(): (action: string) => string {
  const t = useT(administrationTexts);
  return (action) => {
    const key = `audit.actions.${action.replace(/\W/g, '_')}`;
    const known = t(key);
    return known === key ? action : known;
  };
}
