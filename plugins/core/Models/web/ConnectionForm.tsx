import { Button, Checkbox, Field, Input, Select, Skeleton, toast, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { calls, keys, type Connection, type ConnectionChange, type Provider } from './api';
import { kindName } from './names';
import { fieldProblem, Problem } from './Problem';

interface Props {
  /** The connection to change; a new one when absent. */
  connection?: Connection;
  /** The first connection is offered as the default. */
  isFirst?: boolean;
  /** Models that the server offered in a test. */
  offered?: readonly string[];
  onDone: () => void;
}

/** Adds or changes a connection. */
export function ConnectionForm(props: Props) {
  const providers = useQuery({ queryKey: keys.providers, queryFn: ({ signal }) => calls.providers(signal), staleTime: 10_000 });
  return providers.data ? <Form {...props} providers={providers.data.items} /> : providers.isError ? <Problem error={providers.error} /> : <Skeleton lines={4} />;
}

function Form({ connection, isFirst = false, offered, onDone, providers }: Props & { providers: readonly Provider[] }) {
  const t = useT();
  const client = useQueryClient();
  const listId = useId();
  const start = providers.find((provider) => provider.found) ?? providers[0];
  const [kind, setKind] = useState(connection?.kind ?? start?.kind ?? 'openai');
  const provider = providers.find((item) => item.kind === kind);
  const [baseUrl, setBaseUrl] = useState(connection?.baseUrl ?? '');
  const [apiKey, setApiKey] = useState(connection?.apiKey ?? '');
  const [model, setModel] = useState(connection?.model ?? provider?.suggestedModel ?? '');
  const [name, setName] = useState(connection?.name ?? '');
  const [makeDefault, setMakeDefault] = useState(connection?.isDefault ?? isFirst);
  const models = offered?.length ? offered : (provider?.models ?? []);
  const movesAway = connection !== undefined && connection.apiKey !== null && apiKey === connection.apiKey && baseUrl.trim() !== (connection.baseUrl ?? '');
  const save = useMutation({
    mutationFn: async (body: ConnectionChange) => {
      if (connection) {
        await calls.change(connection.id, body);
      } else {
        await calls.add({ ...body, kind });
      }
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.connections });
      toast(t('form.saved'));
      onDone();
    },
  });
  const chooseKind = (next: string) => {
    setKind(next);
    setModel(providers.find((item) => item.kind === next)?.suggestedModel ?? '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ baseUrl, apiKey: movesAway ? '' : apiKey, model, name, makeDefault });
  };
  return (
    <form className="grid max-w-[520px] gap-4" noValidate onSubmit={submit}>
      <Problem error={fieldProblem(save.error, 'baseUrl') ? null : save.error} />
      {!connection && (
        <Field label={t('form.kind')} help={provider?.found === true ? t('form.found', { count: provider.models.length }) : provider?.found === false ? t('form.notFound') : t(`form.kindHelp.${kind}`, { defaultValue: '' })} error={fieldProblem(save.error, 'kind')}>
          <Select wide value={kind} onChange={chooseKind} options={providers.map((item) => ({ value: item.kind, label: kindName(item.kind, t) }))} />
        </Field>
      )}
      <Field label={t('form.baseUrl')} optional help={provider?.defaultBaseUrl ? t('form.baseUrlHelp', { address: provider.defaultBaseUrl }) : undefined} error={fieldProblem(save.error, 'baseUrl')}>
        <Input type="url" inputMode="url" spellCheck={false} autoComplete="off" maxLength={2048} placeholder={provider?.defaultBaseUrl ?? ''} value={baseUrl} onChange={(event) => setBaseUrl(event.target.value)} />
      </Field>
      <Field label={t('form.apiKey')} optional={!provider?.keyRequired || baseUrl !== ''} help={movesAway ? t('form.keyMoves') : t('form.apiKeyHelp')} error={fieldProblem(save.error, 'apiKey')}>
        <Input type="text" spellCheck={false} autoComplete="off" autoCapitalize="none" maxLength={4096} className="font-mono" value={movesAway ? '' : apiKey} onChange={(event) => setApiKey(event.target.value)} />
      </Field>
      <Field label={t('form.model')} help={t(models.length > 0 ? 'form.modelChoose' : 'form.modelHelp')} error={fieldProblem(save.error, 'model')}>
        <Input list={listId} spellCheck={false} autoComplete="off" autoCapitalize="none" maxLength={200} value={model} onChange={(event) => setModel(event.target.value)} />
      </Field>
      <datalist id={listId}>
        {models.map((item) => (
          <option key={item} value={item} />
        ))}
      </datalist>
      <Field label={t('form.name')} optional help={t('form.nameHelp')} error={fieldProblem(save.error, 'name')}>
        <Input autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {!connection?.isDefault && <Checkbox label={t('form.makeDefault')} checked={makeDefault} onChange={(event) => setMakeDefault(event.target.checked)} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t('form.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
