import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Consequence } from '../shared/forms/Consequence';
import { TextArea } from '../shared/ui/Input';
import { eraseKol, type Kol, kolKey } from './api';
import css from './KolPage.module.css';

/** Erases a person on their request: says first what goes, what stays, and that nothing brings it back. */
export default function EraseKol({ kol, etag, onClose }: { kol: Kol; etag: string; onClose: () => void }) {
  const { t } = useTranslation('discover');
  const id = useId();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  return (
    <Consequence
      title={t('erase.title', { name: kol.displayName })}
      verb={t('erase.verb', { name: kol.displayName })}
      danger
      disabled={reason.trim() === ''}
      run={async (key) => {
        const erased = await eraseKol(kol.id, reason.trim(), etag, key);
        queries.setQueryData(kolKey(kol.id), erased);
      }}
      refreshes={[['kols'], ['lists'], ['agencies']]}
      onClose={onClose}
    >
      <p>{t('erase.goes', { accounts: kol.accounts.length, consents: kol.consents.length })}</p>
      <p>{t('erase.stays')}</p>
      <p>
        <strong>{t('erase.forGood')}</strong>
      </p>
      <div className={css.field}>
        <label htmlFor={id}>{t('erase.reason')}</label>
        <TextArea id={id} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Consequence>
  );
}
