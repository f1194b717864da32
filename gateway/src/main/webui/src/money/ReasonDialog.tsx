import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Consequence } from '../shared/forms/Consequence';
import { moneyKey } from './api';
import css from './money.module.css';

interface ReasonDialogProps {
  title: string;
  verb: string;
  children?: ReactNode;
  danger?: boolean;
  run: (reason: string, key: string) => Promise<unknown>;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks why before something is refused, taken back or revealed; the reason stands in the audit trail. */
export function ReasonDialog({ title, verb, children, danger = false, run, onClose, onDone }: ReasonDialogProps) {
  const { t } = useTranslation('money');
  const [reason, setReason] = useState('');
  return (
    <Consequence
      title={title}
      verb={verb}
      danger={danger}
      disabled={reason.trim() === ''}
      run={(key) => run(reason.trim(), key)}
      refreshes={[moneyKey]}
      onClose={onClose}
      onDone={onDone}
    >
      {children}
      <label className={css.field} htmlFor="reason">
        {t('reason')}
        <Input.TextArea
          id="reason"
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Consequence>
  );
}
