import { useNavigate } from '@tanstack/react-router';
import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { Input, TextArea } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { createList, type KolList, listsKey } from './listApi';

interface Words {
  name: string;
  description?: string;
}

/** Begins a list under a name of its own. */
export default function NewListDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('discover');
  const navigate = useNavigate();
  const [form] = Form.useForm<Words>();
  const create = useCommand<Words, KolList>({
    run: ({ name, description }, key) =>
      createList({ name: name.trim(), description: description?.trim() || undefined }, key),
    refreshes: [[...listsKey]],
    onDone: ({ id }) => void navigate({ to: `/discover/lists/${id}` as never }),
  });
  useFieldProblems(form, create.problem);
  return (
    <Modal
      open
      title={t('lists.new')}
      okText={t('lists.create')}
      cancelText={t('shared:actions.cancel')}
      confirmLoading={create.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={create.send}>
        <Form.Item
          name="name"
          label={t('lists.name')}
          rules={[{ required: true, whitespace: true, message: t('lists.nameNeeded') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="description" label={t('lists.description')}>
          <TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
      <ProblemNote problem={create.problem} />
    </Modal>
  );
}
