import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../shared/list/address';
import { type ServiceName, services } from './api';

export function useChosenService(): ServiceName {
  const { one } = useAddress();
  return services.find((service) => service === one('service')) ?? 'campaign';
}

/** Which service to look into; stands in the address. */
export function ServiceChoice() {
  const { t } = useTranslation('settings');
  const { change } = useAddress();
  return (
    <Select
      aria-label={t('service.label')}
      value={useChosenService()}
      style={{ width: 200 }}
      onChange={(service: string) => change({ service, cursor: undefined, before: undefined })}
      options={services.map((value) => ({ value, label: t(`service.${value}`) }))}
    />
  );
}
