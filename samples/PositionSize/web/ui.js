import { api, Card, definePlugin, ErrorState, Field, Input, Kpi, KpiRow, PageHead, useFormat, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { createElement as h, useState } from 'react';

const fields = ['account', 'riskPercent', 'entry', 'stop'];

function PositionSizePage() {
  const t = useT();
  const format = useFormat();
  const [values, setValues] = useState({ account: '10000', riskPercent: '1', entry: '100', stop: '98' });
  const sizing = useQuery({
    queryKey: ['position-size', ...fields.map((field) => values[field])],
    queryFn: ({ signal }) => api.get('/api/position-size', { query: values, signal }),
    enabled: fields.every((field) => values[field] !== ''),
    retry: false,
  });
  const errors = sizing.error?.errors ?? {};
  return h(
    'div',
    { className: 'position-size' },
    h(PageHead, { title: t('title') }, t('intro')),
    h(
      Card,
      null,
      h(
        'div',
        { className: 'position-size-fields' },
        fields.map((field) =>
          h(
            Field,
            { key: field, label: t(field), error: errors[field]?.[0] },
            h(Input, {
              inputMode: 'decimal',
              value: values[field],
              onChange: (event) => setValues({ ...values, [field]: event.target.value }),
            }),
          ),
        ),
      ),
    ),
    sizing.data &&
      h(
        KpiRow,
        { label: t('title') },
        h(Kpi, { label: t('units'), value: format.count(sizing.data.units) }),
        h(Kpi, { label: t('risk'), value: format.quantity(sizing.data.risk) }),
        h(Kpi, { label: t('notional'), value: format.quantity(sizing.data.notional) }),
      ),
    sizing.isError && Object.keys(errors).length === 0 && h(ErrorState, { problem: sizing.error, onRetry: () => void sizing.refetch() }),
  );
}

// Below an answer that asked the tool position_size; its figures carry what the tool found.
function SizeInAnswer({ data }) {
  const t = useT();
  const format = useFormat();
  const figure = (id) => data.figures.find((one) => one.id === id);
  const units = figure('position_units');
  const risk = figure('position_risk');
  if (!units || !risk) return null;
  return h(
    KpiRow,
    { label: t('title') },
    h(Kpi, { label: t('units'), value: format.count(units.value) }),
    h(Kpi, { label: t('risk'), value: format.quantity(risk.value) }),
  );
}

export default definePlugin((app) => {
  app.translations({
    en: {
      title: 'Position size',
      intro: 'Size first, then the trade.',
      account: 'Account',
      riskPercent: 'Risk in percent',
      entry: 'Entry price',
      stop: 'Stop',
      units: 'Units',
      risk: 'At risk',
      notional: 'Position value',
    },
    'zh-CN': {
      title: '仓位大小',
      intro: '先定仓位，再谈交易。',
      account: '账户金额',
      riskPercent: '风险百分比',
      entry: '入场价',
      stop: '止损价',
      units: '数量',
      risk: '风险金额',
      notional: '仓位价值',
    },
  });
  app.page('/calculator', { title: 'title', icon: 'shield', component: PositionSizePage, nav: { group: 'main', order: 60 } });
  app.messageRenderer('position_size', SizeInAnswer);
  app.css('.position-size-fields { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); } .position-size { display: grid; gap: 12px; }');
});
