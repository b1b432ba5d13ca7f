import { Segmented, Select, useAccounts, useGlobalBar, useLanguage, useT, zoneName, browserZone, type BarControl } from '@aiwendy/sdk';
import { PeriodPicker } from './PeriodPicker';

const zones = ['America/New_York', 'America/Chicago', 'Europe/London', 'Europe/Berlin', 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney', 'UTC'];

/** The controls of the global bar that a page obeys. */
export function BarControls({ controls }: { controls: readonly BarControl[] }) {
  const has = (control: BarControl) => controls.includes(control);
  return (
    <>
      {has('account') && <AccountPicker />}
      {has('period') && <PeriodPicker />}
      {(has('basis') || has('unit')) && (has('account') || has('period')) && <span className="sh-rule" aria-hidden="true" />}
      {has('basis') && <BasisPicker />}
      {has('unit') && <UnitPicker />}
      {has('currency') && <CurrencyPicker />}
      {has('zone') && <ZonePicker />}
    </>
  );
}

function AccountPicker() {
  const t = useT('shell');
  const [bar, change] = useGlobalBar();
  const { data: accounts = [] } = useAccounts();
  if (accounts.length < 2) {
    return null;
  }
  return (
    <Select
      look="pick"
      aria-label={t('bar.account')}
      value={bar.account ?? ''}
      options={[{ value: '', label: t('bar.allAccounts') }, ...accounts.map((account) => ({ value: account.id, label: account.name }))]}
      onChange={(account) => {
        change({ account: account || null });
      }}
    />
  );
}

function BasisPicker() {
  const t = useT('shell');
  const [bar, change] = useGlobalBar();
  return (
    <Segmented
      label={t('bar.basis')}
      value={bar.basis}
      options={[
        { value: 'net', label: t('bar.net') },
        { value: 'gross', label: t('bar.gross') },
      ]}
      onChange={(basis) => {
        change({ basis });
      }}
    />
  );
}

function UnitPicker() {
  const t = useT('shell');
  const [bar, change] = useGlobalBar();
  return (
    <Segmented
      label={t('bar.unit')}
      value={bar.unit}
      options={[
        { value: 'money', label: '$', name: t('bar.money') },
        { value: 'percent', label: '%', name: t('bar.percent') },
        { value: 'r', label: 'R', name: t('bar.r') },
      ]}
      onChange={(unit) => {
        change({ unit });
      }}
    />
  );
}

function CurrencyPicker() {
  const t = useT('shell');
  const [bar, change] = useGlobalBar();
  const { data: accounts = [] } = useAccounts();
  const currencies = [...new Set(accounts.map((account) => account.currency).filter((currency): currency is string => Boolean(currency)))].sort();
  if (currencies.length < 2) {
    return null;
  }
  return (
    <Select
      look="pick"
      aria-label={t('bar.currency')}
      value={bar.currency ?? ''}
      options={[{ value: '', label: t('bar.ownCurrency') }, ...currencies.map((currency) => ({ value: currency, label: currency }))]}
      onChange={(currency) => {
        change({ currency: currency || null });
      }}
    />
  );
}

function ZonePicker() {
  const t = useT('shell');
  const language = useLanguage();
  const [bar, change] = useGlobalBar();
  const { data: accounts = [] } = useAccounts();
  const own = accounts.map((account) => account.timeZone).filter((zone): zone is string => Boolean(zone));
  const names = [...new Set([browserZone(), ...own, bar.zone, ...zones])];
  return (
    <Select
      look="pick"
      aria-label={t('bar.zone')}
      value={bar.zone}
      options={names.map((zone) => ({ value: zone, label: zoneName(zone, language) }))}
      onChange={(zone) => {
        change({ zone });
      }}
    />
  );
}
