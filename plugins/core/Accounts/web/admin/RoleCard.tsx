import { Card, ErrorState, Skeleton, useLanguage, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { admin, adminKeys, type RoleInfo } from './api';

/** What each role may do; each includes the ones before it. */
export function RoleCard() {
  const t = useT();
  const language = useLanguage();
  const roles = useQuery({ queryKey: [...adminKeys.roles, language], queryFn: ({ signal }) => admin.roles(signal) });
  return (
    <Card title={t('roleCard.title')} meta={t('roleCard.help')}>
      {roles.isPending && <Skeleton lines={3} />}
      {roles.isError && <ErrorState problem={roles.error} onRetry={() => void roles.refetch()} />}
      <dl className="grid">
        {roles.data?.items.map((role, index, all) => (
          <div key={role.role} className="grid gap-1 border-t border-line py-2 first:border-t-0">
            <dt className="font-semibold">{t(`profile.roles.${role.role}`)}</dt>
            <dd className="text-text-2">
              {index > 0 && <p>{t('roleCard.includes', { role: t(`profile.roles.${all[index - 1]?.role ?? role.role}`) })}</p>}
              <ul className="list-disc pl-5">
                {added(role, all[index - 1]).map((permission) => (
                  <li key={permission.key}>{permission.description}</li>
                ))}
              </ul>
              {role.role === 'owner' && <p>{t('roleCard.owner')}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** What a role may beyond the one below it. */
function added(role: RoleInfo, below: RoleInfo | undefined): RoleInfo['permissions'] {
  const known = new Set(below?.permissions.map((permission) => permission.key));
  return role.permissions.filter((permission) => !known.has(permission.key));
}
