import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../shared/ui/Input';
import css from './campaigns.module.css';

const countries = ['CN', 'HK', 'MO', 'TW', 'SG', 'JP', 'KR', 'MY', 'US', 'GB', 'FR', 'DE', 'IT', 'ES'];

/** Where a gift goes; the service keeps it encrypted and shows it masked. */
export function AddressFields() {
  const { t, i18n } = useTranslation(['campaigns', 'collaboration']);
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const needed = [{ required: true, message: t('stepNeed.other') }];
  const text = (key: string, max: number) => (
    <Form.Item name={['address', key]} label={t(`address.${key}`)} rules={key === 'postcode' ? [] : needed}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  );
  return (
    <div className={css.fields}>
      {text('recipient', 200)}
      {text('phone', 40)}
      <Form.Item name={['address', 'country']} label={t('address.country')} initialValue="CN" rules={needed}>
        <Select
          showSearch
          optionFilterProp="label"
          options={countries.map((code) => ({ value: code, label: regions.of(code) }))}
        />
      </Form.Item>
      {text('region', 100)}
      {text('city', 100)}
      {text('street', 300)}
      {text('postcode', 20)}
    </div>
  );
}
