import { Card, Field, problemText, Select, toast, useMe, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { calls, keys } from './api';

const choices = [30, 90, 180, 396, 730, 1100];

/** How long figures are kept. */
export function RetentionCard({ days }: { days: number }) {
  const t = useT();
  const kit = useT('kit');
  const me = useMe();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: calls.keep,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.all });
      toast(t('retention.saved'));
    },
  });
  const options = [...new Set([...choices, days])].sort((a, b) => a - b);
  return (
    <Card title={t('retention.title')}>
      <Field label={t('retention.label')} help={t('retention.help')} error={keep.isError ? problemText(keep.error, kit) : null} className="max-w-[340px]">
        <Select
          wide
          value={String(keep.isPending ? keep.variables : days)}
          disabled={!me.data?.permissions.includes('platform.admin') || keep.isPending}
          options={options.map((value) => ({ value: String(value), label: t('days', { count: value }) }))}
          onChange={(value) => {
            keep.mutate(Number(value));
          }}
        />
      </Field>
    </Card>
  );
}
