import { Badge, Button, Card, ConfirmDialog, ErrorState, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api';
import { FormProblem } from '../FormProblem';
import { security, type TokenInfo } from './api';
import { TokenDialog } from './TokenDialog';

/** Access tokens of a person, for programs that work in his name. */
export function TokenCard() {
  const t = useT();
  const client = useQueryClient();
  const tokens = useQuery({ queryKey: keys.tokens, queryFn: ({ signal }) => security.tokens(signal) });
  const [isAdding, setAdding] = useState(false);
  const [doomed, setDoomed] = useState<TokenInfo | null>(null);
  const revoke = useMutation({
    mutationFn: security.revokeToken,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
    onSettled: () => setDoomed(null),
  });
  return (
    <Card title={t('tokens.title')} meta={t('tokens.help')}>
      <FormProblem problem={revoke.error} />
      {tokens.isPending && <Skeleton lines={2} />}
      {tokens.isError && <ErrorState problem={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && <p className="text-text-2">{t('tokens.none')}</p>}
      <ul className="grid">
        {tokens.data?.items.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => setDoomed(token)} />
        ))}
      </ul>
      <div className="mt-3">
        <Button icon="plus" disabled={!tokens.data} onClick={() => setAdding(true)}>
          {t('tokens.add')}
        </Button>
      </div>
      {isAdding && tokens.data && <TokenDialog scopes={tokens.data.scopes} onClose={() => setAdding(false)} />}
      <ConfirmDialog
        open={doomed !== null}
        title={t('tokens.revokeNamed', { name: doomed?.name ?? '' })}
        confirm={t('tokens.revoke')}
        busy={revoke.isPending}
        onConfirm={() => {
          if (doomed) {
            revoke.mutate(doomed.id);
          }
        }}
        onClose={() => setDoomed(null)}
      >
        {t('tokens.revokeHelp')}
      </ConfirmDialog>
    </Card>
  );
}

function TokenRow({ token, onRevoke }: { token: TokenInfo; onRevoke: () => void }) {
  const t = useT();
  const format = useFormat();
  const facts = [
    token.expiresAt ? t('tokens.expires', { when: format.date(token.expiresAt, { year: true }) }) : t('tokens.never'),
    token.lastUsedAt ? t('lastUsed', { when: format.dateTime(token.lastUsedAt, { year: true }) }) : t('tokens.unused'),
    token.scopes.join(', '),
  ];
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <span className="font-semibold">{token.name}</span> <code className="font-mono text-12">{token.hint}…</code>{' '}
        {token.expired && <Badge tone="warn" icon="warning">{t('tokens.expired')}</Badge>}
        <div className="break-words text-12 text-text-3">{facts.join(' · ')}</div>
      </div>
      <Button size="small" kind="destructive" aria-label={t('tokens.revokeNamed', { name: token.name })} onClick={onRevoke}>
        {t('tokens.revoke')}
      </Button>
    </li>
  );
}
