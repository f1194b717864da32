import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../shared/ui/Page';
import { EmptyState, ErrorState, PageSkeleton } from '../shared/ui/States';
import { Tabs, useTab } from '../shared/ui/Tabs';
import { briefsQuery } from './api';
import { BriefCards, waitsForMe } from './BriefCards';

/** Every brief: those that wait for an answer first. */
export default function BriefListPage() {
  const { t } = useTranslation('portal');
  const { data, error, isPending, refetch } = useQuery(briefsQuery);
  const all = data?.items ?? [];
  const tabs = [
    { key: 'waiting', label: t('briefs.waiting'), count: all.filter(waitsForMe).length },
    { key: 'all', label: t('briefs.all'), count: all.length },
  ];
  const tab = useTab(tabs);
  const shown = tab === 'waiting' ? all.filter(waitsForMe) : all;
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return (
    <Page title={t('briefs.title')}>
      <Tabs tabs={tabs} label={t('briefs.title')} />
      {shown.length === 0 ? (
        <EmptyState title={t('briefs.empty.title')}>{t('briefs.empty.text')}</EmptyState>
      ) : (
        <BriefCards briefs={shown} />
      )}
    </Page>
  );
}
