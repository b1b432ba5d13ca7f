import { Select, useT } from '@aiwendy/sdk';
import { useConnections } from './api';
import { connectionName } from './names';

export interface ConnectionPickerProps {
  /** Id of the chosen connection; null for the default. */
  value?: string | null;
  onChange?: (id: string | null) => void;
  disabled?: boolean;
}

/** Chooses the model of a conversation; anything that shows the slot `chat.model` gets it. */
export default function ConnectionPicker({ value = null, onChange, disabled }: ConnectionPickerProps) {
  const t = useT();
  const connections = useConnections();
  if (!connections.data) {
    return null;
  }
  const { items, defaultId } = connections.data;
  const options = items.map((item) => ({
    value: item.id,
    label: `${connectionName(item, t)}${item.source === 'builtin' ? '' : ` · ${item.model}`}${item.isLocal && item.source !== 'builtin' ? ` · ${t('local')}` : ''}`,
  }));
  const isKnown = value !== null && items.some((item) => item.id === value);
  return (
    <Select
      look="pick"
      aria-label={t('picker.label')}
      disabled={disabled}
      value={isKnown ? value : defaultId}
      onChange={(id) => onChange?.(id === defaultId ? null : id)}
      options={options}
    />
  );
}
