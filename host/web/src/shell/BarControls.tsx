import { Segmented, Select, useAccounts, useGlobalBar, useLanguage, useT, zoneName, browserZone, type BarControl } from '@aiwendy/sdk';
import { createContext, useContext, type ReactNode } from 'react';
import { PeriodPicker } from './PeriodPicker';

const zones = ['America/New_York', 'America/Chicago', 'Europe/London', 'Europe/Berlin', 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney', 'UTC'];

/** The controls of the global bar that a page obeys; with words above them where there is room, on a phone. */
export function BarControls({ controls, labelled = false }: { controls: readonly BarControl[]; labelled?: boolean }) {
  const has = (control: BarControl) => controls.includes(control);
  return (
    <Labelled value={labelled}>
      {has('account') && <AccountPicker />}
      {has('period') && <Named name="bar.period" control={<PeriodPicker />} />}
      {(has('basis') || has('unit')) && (has('account') || has('period')) && <span className="sh-rule" aria-hidden="true" />}
      {has('basis') && <BasisPicker />}
      {has('unit') && <UnitPicker />}
      {has('currency') && <CurrencyPicker />}
      {has('zone') && <ZonePicker />}
    </Labelled>
  );
}

const Labelled = createContext(false);

function Named({ name, control }: { name: string; control: ReactNode }) {
  const t = useT('shell');
  return useContext(Labelled) ? (
    <div className="aw-field">
      <span className="aw-field-label" aria-hidden="true">
        {t(name)}
      </span>
      {control}
    </div>
  ) : (
    control
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
    <Named
      name="bar.account"
      control={
          <Select
            look="pick"
            aria-label={t('bar.account')}
            value={bar.account ?? ''}
            options={[{ value: '', label: t('bar.allAccounts') }, ...accounts.map((account) => ({ value: account.id, label: account.name }))]}
            onChange={(account) => {
              change({ account: account || null });
            }}
          />
      }
    />
  );
}

function BasisPicker() {
  const t = useT('shell');
  const [bar, change] = useGlobalBar();
  return (
    <Named
      name="bar.basis"
      control={
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
      }
    />
  );
}

function UnitPicker() {
  const t = useT('shell');
  const [bar, change] = useGlobalBar();
  return (
    <Named
      name="bar.unit"
      control={
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
      }
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
    <Named
      name="bar.currency"
      control={
          <Select
            look="pick"
            aria-label={t('bar.currency')}
            value={bar.currency ?? ''}
            options={[{ value: '', label: t('bar.ownCurrency') }, ...currencies.map((currency) => ({ value: currency, label: currency }))]}
            onChange={(currency) => {
              change({ currency: currency || null });
            }}
          />
      }
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
    <Named
      name="bar.zone"
      control={
          <Select
            look="pick"
            aria-label={t('bar.zone')}
            data-fold=""
            value={bar.zone}
            options={names.map((zone) => ({ value: zone, label: zoneName(zone, language) }))}
            onChange={(zone) => {
              change({ zone });
            }}
          />
      }
    />
  );
}
