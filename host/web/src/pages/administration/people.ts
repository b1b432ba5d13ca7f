import { useT } from '@aiwendy/sdk';
import { administrationTexts } from './texts';

const nobody = '00000000-0000-0000-0000-000000000000';
const guest = '00000000-0000-7000-8000-000000000002';

/** Names whoever did something: by his name, else by what he is. */
export function usePersonName(): (who: { userId: string; userName: string | null }) => string {
  const t = useT(administrationTexts);
  return ({ userId, userName }) =>
    userName ?? (userId === nobody ? t('audit.system') : userId === guest ? t('audit.guest') : t('audit.unnamed', { id: userId.slice(-8) }));
}

/**
 * Says what something was done to. People and other things have ids as long as a line: a person is named where he did
 * something himself, and what he did to himself needs no name.
 */
export function useSubjectName(people: readonly { userId: string; userName: string | null }[]): (entry: { subject: string; userId: string }) => string {
  const t = useT(administrationTexts);
  return ({ subject, userId }) => {
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(subject)) {
      return subject;
    }
    return subject === userId ? '' : (people.find((one) => one.userId === subject)?.userName ?? t('audit.numbered', { id: subject.slice(-8) }));
  };
}
