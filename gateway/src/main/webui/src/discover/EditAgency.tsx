import { useQueryClient } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../shared/forms/ConflictDialog';
import { useFieldProblems } from '../shared/forms/formProblems';
import { useDraft } from '../shared/forms/useDraft';
import { useEdit } from '../shared/forms/useEdit';
import { ProblemNote } from '../shared/ui/States';
import { AgencyFields } from './AgencyFields';
import { type Agency, type AgencyWords, agenciesKey, agencyKey, changeAgency, fetchAgency } from './agencyApi';

function wordsOf(agency: Agency): AgencyWords {
  return { name: agency.name, country: agency.country ?? '', notes: agency.notes ?? '' };
}

function trimmed({ name, country, notes }: AgencyWords): AgencyWords {
  return { name: name.trim(), country: country.trim(), notes: notes.trim() };
}

/** What the organisation says about an agency. */
export default function EditAgency({ agency, etag, onClose }: { agency: Agency; etag: string; onClose: () => void }) {
  const { t } = useTranslation('discover');
  const queries = useQueryClient();
  const [form] = Form.useForm<AgencyWords>();
  const draft = useDraft<AgencyWords>(`agency.${agency.id}`, wordsOf(agency));
  const edit = useEdit({
    opened: { value: agency, etag },
    words: wordsOf,
    reload: () => fetchAgency(agency.id),
    save: (words, version) => changeAgency(agency.id, words, version),
    onSaved: (saved) => {
      draft.discard();
      queries.setQueryData(agencyKey(agency.id), saved);
      void queries.invalidateQueries({ queryKey: agenciesKey, exact: true });
      onClose();
    },
  });
  useFieldProblems(form, edit.problem);
  const label = { name: t('agency.name'), country: t('kol.country'), notes: t('kol.notes') };
  return (
    <Modal
      open
      title={t('agency.edit')}
      okText={t('shared:actions.save')}
      cancelText={t('shared:actions.cancel')}
      confirmLoading={edit.busy}
      onOk={() => form.submit()}
      onCancel={() => {
        draft.discard();
        onClose();
      }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.value}
        onValuesChange={draft.change}
        onFinish={() => void edit.save(trimmed(draft.value))}
      >
        <AgencyFields />
      </Form>
      <ProblemNote problem={edit.problem} />
      {edit.conflict && (
        <ConflictDialog
          base={edit.conflict.base}
          mine={edit.conflict.mine}
          theirs={edit.conflict.theirs}
          fieldLabel={(field) => label[field as keyof AgencyWords]}
          show={(_, value) => String(value ?? '') || '–'}
          onResolve={(version) => void edit.resolve(version)}
          onClose={edit.dismiss}
        />
      )}
    </Modal>
  );
}
