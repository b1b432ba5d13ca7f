import type { Translate } from '@aiwendy/sdk';
import type { Connection } from './api';

/** What people call a connection; the built-in coach is named in their language. */
export function connectionName(connection: Connection, t: Translate): string {
  return connection.source === 'builtin' ? t('offline.name') : connection.name;
}

/** Name of a kind, where the product knows it. */
export function kindName(kind: string, t: Translate): string {
  const key = `kinds.${kind}`;
  const name = t(key);
  return name === key ? kind : name;
}
