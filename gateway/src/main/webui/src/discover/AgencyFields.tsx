import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input, TextArea } from '../shared/ui/Input';

/** What an organisation says about an agency, in the form around it. */
export function AgencyFields() {
  const { t } = useTranslation('discover');
  return (
    <>
      <Form.Item
        name="name"
        label={t('agency.name')}
        rules={[{ required: true, whitespace: true, message: t('agency.nameNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="country" label={t('kol.country')} extra={t('agency.countryHint')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="notes" label={t('kol.notes')} extra={t('edit.notesHint')}>
        <TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  );
}
