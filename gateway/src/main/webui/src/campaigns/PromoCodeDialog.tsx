import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { Input } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { type CollaborationSummary, choosePromoCode, collaborationKey } from './collaborationApi';

/** Gives a collaboration a code of the organisation's own choice, for example one that the shop already knows. */
export default function PromoCodeDialog({
  collaboration,
  onClose,
}: {
  collaboration: CollaborationSummary;
  onClose: () => void;
}) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const [form] = Form.useForm<{ promoCode: string }>();
  const choose = useCommand({
    run: ({ promoCode }: { promoCode: string }, key) => choosePromoCode(collaboration, promoCode.trim(), key),
    refreshes: [[...collaborationKey(collaboration.id)]],
    onDone: onClose,
  });
  useFieldProblems(form, choose.problem);
  return (
    <Modal
      open
      title={t('promo.title', { name: collaboration.kolName })}
      okText={t('promo.do')}
      cancelText={t('shared:actions.cancel')}
      confirmLoading={choose.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{collaboration.promoCode ? t('promo.replaces', { code: collaboration.promoCode }) : t('promo.what')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={choose.send}>
        <Form.Item
          name="promoCode"
          label={t('collaboration.promo')}
          rules={[{ required: true, pattern: /^\s*[A-Za-z0-9_-]{2,40}\s*$/, message: t('promo.pattern') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
      </Form>
      <ProblemNote problem={choose.problem} />
    </Modal>
  );
}
