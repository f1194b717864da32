import type { QueryKey } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Consequence } from './Consequence';
import css from './Consequence.module.css';

export interface ReasonDialogProps {
  title: string;
  verb: string;
  children?: ReactNode;
  danger?: boolean;
  run: (reason: string, key: string) => Promise<unknown>;
  onClose: () => void;
  onDone?: () => void;
  /** What is asked for anew afterwards. */
  refreshes: QueryKey[];
}

/** Asks why before something is refused, taken back or revealed; the reason stands in the audit trail. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, verb, children, danger = false, run, onClose, onDone, refreshes } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Consequence
      title={title}
      verb={verb}
      danger={danger}
      disabled={reason.trim() === ''}
      run={(key) => run(reason.trim(), key)}
      refreshes={refreshes}
      onClose={onClose}
      onDone={onDone}
    >
      {children}
      <label className={css.field} htmlFor="reason">
        {t('why')}
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
