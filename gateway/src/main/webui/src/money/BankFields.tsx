import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BankDetails } from './api';
import css from './money.module.css';

export interface BankDraft {
  holder: string;
  account: string;
  bic: string;
  bankName: string;
}

/** What is typed, as the service takes it. */
export function bankOf(draft: BankDraft): BankDetails {
  const { holder, account, bic, bankName } = draft;
  return {
    holder: holder.trim(),
    account: account.trim(),
    ...(bic.trim() && { bic: bic.trim() }),
    ...(bankName.trim() && { bankName: bankName.trim() }),
  };
}

const fields = ['holder', 'account', 'bic', 'bankName'] as const;

/** Whose account, and which: typed once, afterwards only shown masked. */
export function BankFields({ value, onChange }: { value: BankDraft; onChange: (value: BankDraft) => void }) {
  const { t } = useTranslation('money');
  return (
    <div className={css.form}>
      {fields.map((field) => (
        <label key={field} className={css.field} htmlFor={`bank-${field}`}>
          {t(`bank.${field}`)}
          <Input
            id={`bank-${field}`}
            autoComplete="off"
            value={value[field]}
            onChange={(event) => onChange({ ...value, [field]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
