import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../shared/ui/Input';
import css from './campaigns.module.css';

/** The other marketing that runs at the same time, against which a lift is read. */
export function MarketingFields() {
  const { t } = useTranslation('campaigns');
  return (
    <Form.List name="runsBeside">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className={css.rowFields}>
              <Form.Item
                name={[field.name, 'name']}
                label={t('marketing.name')}
                rules={[{ required: true, message: t('need.name') }]}
              >
                <Input maxLength={200} placeholder={t('marketing.nameHint')} />
              </Form.Item>
              <Form.Item
                name={[field.name, 'channel']}
                label={t('marketing.channel')}
                rules={[{ required: true, message: t('need.channel') }]}
              >
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[field.name, 'startsOn']} label={t('plan.startsOn')}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[field.name, 'endsOn']} label={t('plan.endsOn')}>
                <Input type="date" />
              </Form.Item>
              <Button
                onClick={() => remove(field.name)}
                aria-label={t('form.removeMarketing', { number: field.name + 1 })}
              >
                {t('shared:actions.remove')}
              </Button>
            </div>
          ))}
          {fields.length < 50 && <Button onClick={() => add({})}>{t('form.addMarketing')}</Button>}
        </>
      )}
    </Form.List>
  );
}
