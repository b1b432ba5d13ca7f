import { Icon, Menu, PersonCircle, useContributions, useMe, usePlatform, useT, type MenuItem } from '@aiwendy/sdk';
import { useNavigate } from 'react-router';

/** Who uses the page, and where the data lives. */
export function Person() {
  const t = useT('shell');
  const navigate = useNavigate();
  const { data: me } = useMe();
  const { data: platform } = usePlatform();
  const source = useContributions().persons.at(-1);
  const name = me?.name ?? t('person.you');
  const content = (
    <>
      <PersonCircle name={name} />
      <span className="sh-person-text">
        <b>{name}</b>
        <small>
          <Icon name={platform?.deploymentMode === 'cloud' ? 'globe' : 'lock'} size={12} />
          {platform?.deploymentMode === 'cloud' ? t('person.cloud') : t('person.local')}
        </small>
      </span>
    </>
  );

  const items: MenuItem[] = [];
  if (source?.profile && me && !me.isGuest) {
    const profile = source.profile;
    items.push({ label: t('person.profile'), icon: 'user', onSelect: () => void navigate(profile) });
  }
  if (source?.signOut && me && !me.isGuest) {
    const { signOut } = source;
    items.push({
      label: t('person.signOut'),
      icon: 'sign-out',
      onSelect: () => void signOut().then(() => window.location.assign('/')),
    });
  }
  if (items.length === 0) {
    return <div className="sh-person">{content}</div>;
  }
  return (
    <Menu
      label={t('person.menu')}
      align="start"
      items={items}
      trigger={
        <button type="button" className="sh-person" aria-label={`${name}, ${t('person.menu')}`}>
          {content}
        </button>
      }
    />
  );
}
