import { Icon, Menu, useNavigate, useT } from '@aiwendy/sdk';
import { useConnections, type Connection } from './api';
import { connectionName } from './names';

export interface ConnectionPickerProps {
  /** Id of the chosen connection; null for the default. */
  value?: string | null;
  onChange?: (id: string | null) => void;
}

/** Chooses the model of a conversation; anything that shows the slot `chat.model` gets it. */
export default function ConnectionPicker({ value = null, onChange }: ConnectionPickerProps) {
  const t = useT();
  const navigate = useNavigate();
  const connections = useConnections();
  if (!connections.data) {
    return null;
  }
  const { items, defaultId } = connections.data;
  const current = items.find((item) => item.id === (value ?? defaultId));
  const place = (item: Connection) => (item.source === 'builtin' ? '' : ` · ${t(item.isLocal ? 'local' : 'remote')}`);
  const name = current ? connectionName(current, t) + place(current) : t('picker.gone');
  return (
    <Menu
      label={t('picker.label')}
      trigger={
        <button type="button" className="ml-picker" aria-label={t('picker.current', { name })} title={t('picker.current', { name })}>
          <Icon name="model" />
          <span className="aw-desktop-only">{name}</span>
        </button>
      }
      items={[
        ...items.map((item) => ({
          label: `${connectionName(item, t)}${item.source === 'builtin' || item.model === item.name ? '' : ` · ${item.model}`}${place(item)}`,
          checked: item.id === current?.id,
          onSelect: () => {
            onChange?.(item.id === defaultId ? null : item.id);
          },
        })),
        'separator' as const,
        { label: t('picker.settings'), icon: 'settings' as const, onSelect: () => void navigate('/settings/models') },
      ]}
    />
  );
}
