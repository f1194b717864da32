import { useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../shared/forms/ConflictDialog';
import { useDraft } from '../shared/forms/useDraft';
import { useEdit } from '../shared/forms/useEdit';
import { Input, TextArea } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { changeKol, fetchKol, type Kol, type KolWords, kolKey } from './api';

function wordsOf(kol: Kol): KolWords {
  return {
    displayName: kol.displayName,
    country: kol.country ?? '',
    topics: kol.topics,
    bio: kol.bio ?? '',
    notes: kol.notes ?? '',
  };
}

/** What the organisation itself says about a KOL; the numbers come from imports. */
export default function EditKol({ kol, etag, onClose }: { kol: Kol; etag: string; onClose: () => void }) {
  const { t } = useTranslation('discover');
  const queries = useQueryClient();
  const draft = useDraft<KolWords>(`kol.${kol.id}`, wordsOf(kol));
  const edit = useEdit({
    opened: { value: kol, etag },
    words: wordsOf,
    reload: () => fetchKol(kol.id),
    save: (words, version) => changeKol(kol.id, words, version),
    onSaved: (saved) => {
      draft.discard();
      queries.setQueryData(kolKey(kol.id), saved);
      onClose();
    },
  });
  const cancel = () => {
    draft.discard();
    onClose();
  };
  return (
    <Modal
      open
      title={t('edit.title')}
      okText={t('shared:actions.save')}
      cancelText={t('shared:actions.cancel')}
      confirmLoading={edit.busy}
      onOk={() => void edit.save(draft.value)}
      onCancel={cancel}
    >
      <Form layout="vertical" initialValues={draft.value} onValuesChange={draft.change}>
        <Form.Item name="displayName" label={t('edit.name')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="country" label={t('edit.country')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="topics" label={t('edit.topics')} extra={t('edit.topicsHint')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} maxCount={20} />
        </Form.Item>
        <Form.Item name="bio" label={t('edit.bio')}>
          <TextArea rows={3} maxLength={4000} />
        </Form.Item>
        <Form.Item name="notes" label={t('edit.notes')} extra={t('edit.notesHint')}>
          <TextArea rows={3} maxLength={4000} />
        </Form.Item>
      </Form>
      <ProblemNote problem={edit.problem} />
      {edit.conflict && (
        <ConflictDialog
          base={edit.conflict.base}
          mine={edit.conflict.mine}
          theirs={edit.conflict.theirs}
          fieldLabel={(field) => t(`edit.${field === 'displayName' ? 'name' : field}`)}
          show={(_, value) => (Array.isArray(value) ? value.join(' · ') : String(value ?? '')) || '–'}
          onResolve={(version) => void edit.resolve(version)}
          onClose={edit.dismiss}
        />
      )}
    </Modal>
  );
}
