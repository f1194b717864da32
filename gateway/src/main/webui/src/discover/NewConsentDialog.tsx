import { Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { Input } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { bases, kolKey, type NewConsent, recordConsent } from './api';

/** Records for what purpose, on what ground and since when personal data may be used. */
export default function NewConsentDialog({ kolId, onClose }: { kolId: string; onClose: () => void }) {
  const { t } = useTranslation('discover');
  const [form] = Form.useForm<NewConsent>();
  const record = useCommand<NewConsent, unknown>({
    run: ({ purpose, basis, evidence, givenAt }, key) =>
      recordConsent(
        kolId,
        {
          purpose: purpose.trim(),
          basis,
          evidence: evidence?.trim() || undefined,
          givenAt: givenAt ? new Date(givenAt).toISOString() : undefined,
        },
        key,
      ),
    refreshes: [[...kolKey(kolId)]],
    onDone: onClose,
  });
  useFieldProblems(form, record.problem);
  return (
    <Modal
      open
      title={t('privacy.add')}
      okText={t('privacy.add')}
      cancelText={t('shared:actions.cancel')}
      confirmLoading={record.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ basis: 'CONSENT' }}
        onFinish={record.send}
      >
        <Form.Item
          name="purpose"
          label={t('privacy.purpose')}
          extra={t('privacy.purposeHint')}
          rules={[{ required: true, whitespace: true, message: t('privacy.purposeNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="basis" label={t('privacy.basis')}>
          <Select options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))} />
        </Form.Item>
        <Form.Item name="evidence" label={t('privacy.evidence')} extra={t('privacy.evidenceHint')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="givenAt" label={t('privacy.given')} extra={t('privacy.givenHint')}>
          <Input type="datetime-local" />
        </Form.Item>
      </Form>
      <ProblemNote problem={record.problem} />
    </Modal>
  );
}
