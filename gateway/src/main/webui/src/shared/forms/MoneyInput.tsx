import { useState } from 'react';
import type { MoneyAmount } from '../api/http';
import { moneyAsTyped, parseMoney } from '../format/numbers';
import { Input } from '../ui/Input';

interface MoneyInputProps {
  id?: string;
  currency: string;
  value?: MoneyAmount | null;
  onChange?: (value: MoneyAmount | undefined) => void;
  disabled?: boolean;
  'aria-label'?: string;
}

/** An amount in the currency's own decimals; holds what is typed and gives out minor units, or nothing while it is no amount. */
export function MoneyInput({ currency, value, onChange, ...rest }: MoneyInputProps) {
  const [typed, setTyped] = useState(value ? moneyAsTyped(value) : '');
  const parsed = parseMoney(typed, currency);
  // What the parent holds wins, unless it is what was typed (then "12." stays "12.").
  const text = value ? (parsed?.amountMinor === value.amountMinor ? typed : moneyAsTyped(value)) : parsed ? '' : typed;
  return (
    <Input
      {...rest}
      inputMode="decimal"
      prefix={currency}
      value={text}
      status={typed !== '' && !parsed ? 'error' : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange?.(parseMoney(event.target.value, currency));
      }}
    />
  );
}
