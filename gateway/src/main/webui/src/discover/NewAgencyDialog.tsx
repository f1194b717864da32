import { useNavigate } from '@tanstack/react-router';
import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { Input } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { AgencyFields } from './AgencyFields';
import { type Agency, agenciesKey, createAgency, type NewAgency } from './agencyApi';

/** Enters an agency. */
export default function NewAgencyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('discover');
  const navigate = useNavigate();
  const [form] = Form.useForm<NewAgency>();
  const enter = useCommand<NewAgency, Agency>({
    run: (typed, key) =>
      createAgency(
        Object.fromEntries(
          Object.entries(typed)
            .map(([field, value]) => [field, value?.trim()])
            .filter(([, value]) => value),
        ) as unknown as NewAgency,
        key,
      ),
    refreshes: [[...agenciesKey]],
    onDone: ({ id }) => void navigate({ to: `/discover/agencies/${id}` as never }),
  });
  useFieldProblems(form, enter.problem);
  return (
    <Modal
      open
      title={t('agency.new')}
      okText={t('agency.enter')}
      cancelText={t('shared:actions.cancel')}
      confirmLoading={enter.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={enter.send}>
        <AgencyFields />
        <Form.Item
          name="id"
          label={t('agency.id')}
          extra={t('agency.idHint')}
          rules={[
            { pattern: /^\s*[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\s*$/, message: t('agency.idWrong') },
          ]}
        >
          <Input maxLength={40} />
        </Form.Item>
      </Form>
      <ProblemNote problem={enter.problem} />
    </Modal>
  );
}
