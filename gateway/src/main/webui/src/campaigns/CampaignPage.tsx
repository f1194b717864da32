import { useTranslation } from 'react-i18next';
import { Page } from '../shared/ui/Page';
import { EmptyState } from '../shared/ui/States';

export default function CampaignPage() {
  const { t } = useTranslation('campaigns');
  return (
    <Page title={t('title')}>
      <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
    </Page>
  );
}
