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
