import { api, Badge, Card, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';

interface Connection {
  id: string;
  kind: string;
  name: string;
  baseUrl: string | null;
  model: string;
  isLocal: boolean;
}

/** Which model services are set up and what goes to each. */
export function ProviderCard() {
  const t = useT();
  const connections = useQuery({
    queryKey: ['aiwendy.accounts', 'connections'],
    queryFn: ({ signal }) => api.get<{ items: Connection[] }>('/api/models/connections', { signal }),
    retry: false,
  });

  // Without the plugin of models nothing is sent to anybody.
  if (!connections.data) {
    return null;
  }
  const outside = connections.data.items.filter((connection) => connection.kind !== 'offline');
  return (
    <Card title={t('providers.title')} meta={t('providers.help')}>
      {outside.length === 0 && <p className="text-text-2">{t('providers.none')}</p>}
      <ul className="grid">
        {outside.map((connection) => (
          <li key={connection.id} className="border-t border-line py-2 first:border-t-0">
            <span className="font-semibold">{connection.name}</span>{' '}
            <Badge tone={connection.isLocal ? 'ok' : 'neutral'}>{t(connection.isLocal ? 'providers.local' : 'providers.remote')}</Badge>
            <div className="break-words text-12 text-text-3">{[connection.baseUrl ?? connection.kind, connection.model].join(' · ')}</div>
          </li>
        ))}
      </ul>
      {outside.length > 0 && <p className="mt-2 text-12 text-text-2">{t('providers.what')}</p>}
    </Card>
  );
}
