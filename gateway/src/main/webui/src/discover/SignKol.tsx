import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { ProblemNote } from '../shared/ui/States';
import { type Agency, agencyKey, findKols, sign } from './agencyApi';
import { kolKey } from './api';
import css from './discover.module.css';

/** Puts a KOL on the roster of an agency, from today on. */
export default function SignKol({ agency, onClose }: { agency: Agency; onClose: () => void }) {
  const { t } = useTranslation('discover');
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const found = useQuery({
    queryKey: ['kols', 'choice', asked],
    queryFn: () => findKols(asked),
    placeholderData: (before) => before,
  });
  const join = useCommand({
    run: (kolId: string, key) => sign(agency.id, kolId, key),
    refreshes: [[...agencyKey(agency.id)], ...(chosen ? [[...kolKey(chosen)]] : [])],
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('roster.add')}
      okText={t('roster.add')}
      cancelText={t('shared:actions.cancel')}
      okButtonProps={{ disabled: !chosen }}
      confirmLoading={join.busy}
      onOk={() => chosen && join.send(chosen)}
      onCancel={onClose}
    >
      <p>{t('roster.addWhat', { agency: agency.name })}</p>
      <div className={css.labelled}>
        <label htmlFor={id}>{t('list.kol')}</label>
        <Select
          id={id}
          showSearch
          filterOption={false}
          loading={found.isFetching}
          value={chosen}
          onChange={setChosen}
          onSearch={setTyped}
          notFoundContent={t('roster.nobody')}
          options={(found.data ?? []).map((kol) => ({
            value: kol.kolId,
            label: [kol.displayName, kol.handle].filter(Boolean).join(' · '),
          }))}
        />
      </div>
      <ProblemNote problem={found.error ?? join.problem} />
    </Modal>
  );
}
