import { useTranslation } from 'react-i18next';
import { Page } from '../shared/ui/Page';
import { type Tab, Tabs, useTab } from '../shared/ui/Tabs';
import { ContentList } from './ContentList';
import { RightsList } from './RightsList';

/** What KOLs made, and what of it may be reused where and until when. */
export default function ContentListPage() {
  const { t } = useTranslation('content');
  const tabs: Tab[] = [
    { key: 'content', label: t('tab.content') },
    { key: 'rights', label: t('tab.rights') },
  ];
  const tab = useTab(tabs);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs tabs={tabs} label={t('title')} />
      {tab === 'rights' ? <RightsList /> : <ContentList />}
    </Page>
  );
}
