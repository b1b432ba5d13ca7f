import { Button, Card, ErrorState, Skeleton, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import { useConnections } from './api';
import { ConnectionForm } from './ConnectionForm';
import { ConnectionRow } from './ConnectionRow';
import { UsageCard } from './UsageCard';

/** Settings: which models the coaches use. */
export default function ModelsPanel() {
  const t = useT();
  const connections = useConnections();
  const [isAdding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <div className="grid gap-3">
      <Card
        title={t('list.title')}
        meta={t('list.help')}
        action={
          !isAdding && (
            <Button
              size="small"
              icon="plus"
              onClick={() => {
                setEditing(null);
                setAdding(true);
              }}
            >
              {t('list.add')}
            </Button>
          )
        }
      >
        {connections.isPending && <Skeleton lines={3} />}
        {connections.isError && <ErrorState problem={connections.error} onRetry={() => void connections.refetch()} />}
        {connections.data && (
          <ul className="grid">
            {connections.data.items.map((connection) => (
              <ConnectionRow
                key={connection.id}
                connection={connection}
                isEditing={editing === connection.id}
                onEdit={(isOpen) => {
                  setAdding(false);
                  setEditing(isOpen ? connection.id : null);
                }}
              />
            ))}
          </ul>
        )}
      </Card>
      {isAdding && (
        <Card title={t('form.addTitle')}>
          <ConnectionForm
            isFirst={connections.data?.items.every((item) => item.source !== 'user') ?? false}
            onDone={() => {
              setAdding(false);
            }}
          />
        </Card>
      )}
      <UsageCard />
    </div>
  );
}
