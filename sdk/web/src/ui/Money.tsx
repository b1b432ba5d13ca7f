import { useLanguage, useT } from '../i18n/useT';
import { formatMoney, formatR, signOf, spokenMoney, undefinedValue, type Sign } from '../format/numbers';
import { Tooltip } from './Tooltip';

interface SignedProps {
  sign: Sign;
  text: string;
  spoken?: string;
  triangle?: boolean;
}

/** A signed figure: triangle, sign and colour, so that none of them carries the meaning alone. */
export function Signed({ sign, text, spoken, triangle = true }: SignedProps) {
  const shape = triangle && (sign === 'gain' || sign === 'loss') && <i className="aw-tri" aria-hidden="true" />;
  if (!spoken) {
    return (
      <span className="aw-pn" data-sign={sign}>
        {shape}
        {text}
      </span>
    );
  }
  return (
    <span className="aw-pn" data-sign={sign}>
      {shape}
      <span aria-hidden="true">{text}</span>
      <span className="aw-vh">{spoken}</span>
    </span>
  );
}

export interface MoneyProps {
  value: number | null | undefined;
  currency: string;
  /** Drops the triangle, in dense tables; the sign stays. */
  plain?: boolean;
  whole?: boolean;
  /** Why there is no value. */
  reason?: string;
}

/** A profit or loss. */
export function Money({ value, currency, plain = false, whole = false, reason }: MoneyProps) {
  const language = useLanguage();
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return <Undefined reason={reason} />;
  }
  return <Signed sign={signOf(value)} text={formatMoney(value, currency, language, { signed: true, whole })} spoken={spokenMoney(value, currency, language)} triangle={!plain} />;
}

/** Multiples of the risk taken, or why there are none. */
export function RMultiple({ value, reason, plain = true }: { value: number | null | undefined; reason?: string; plain?: boolean }) {
  const language = useLanguage();
  if (value === null || value === undefined) {
    return <Undefined reason={reason} />;
  }
  return <Signed sign={signOf(value)} text={formatR(value, language)} triangle={!plain} />;
}

/** An undefined value: a dash with its reason, never a zero. */
export function Undefined({ reason }: { reason?: string }) {
  const t = useT('kit');
  const words = reason ?? t('undefinedNoReason');
  return (
    <Tooltip text={words}>
      <span className="aw-pn" data-sign="none">
        <span aria-hidden="true">{undefinedValue}</span>
        <span className="aw-vh">{words}</span>
      </span>
    </Tooltip>
  );
}
