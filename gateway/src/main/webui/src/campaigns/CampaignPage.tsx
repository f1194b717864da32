import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '../shared/api/http';
import { useRole } from '../shared/api/session';
import { Icon } from '../shared/ui/Icon';
import { Menu } from '../shared/ui/Menu';
import { Page } from '../shared/ui/Page';
import { ErrorState, Lines, PageSkeleton } from '../shared/ui/States';
import { type Tab, Tabs, useTab } from '../shared/ui/Tabs';
import { type Campaign, campaignKey, fetchCampaign } from './api';
import { CampaignOverview } from './CampaignOverview';
import { CampaignStatusTag } from './CampaignStatusTag';

const CampaignBoard = lazy(() => import('./CampaignBoard'));
const ShortList = lazy(() => import('./ShortList'));
const Briefs = lazy(() => import('./Briefs'));
const CampaignCommand = lazy(() => import('./CampaignCommand'));

/** One campaign: its plan and money, its board, its short list and its briefs. */
export default function CampaignPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: campaignKey(campaignId),
    queryFn: () => fetchCampaign(campaignId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <CampaignDetail opened={data} />;
}

/** The commands of a campaign itself, in the order of its life; `candidates` and `offers` are taken elsewhere. */
const commands = ['launch', 'budget', 'close', 'cancel'] as const;

function CampaignDetail({ opened }: { opened: Versioned<Campaign> }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const { value: campaign } = opened;
  const plans = useRole('brand-manager');
  const [command, setCommand] = useState<string>();
  const tabs: Tab[] = [
    { key: 'overview', label: t('tab.overview') },
    { key: 'board', label: t('tab.board'), count: campaign.collaborations },
    { key: 'shortlist', label: t('tab.shortlist') },
    { key: 'briefs', label: t('tab.briefs') },
  ];
  const tab = useTab(tabs);
  const legal = commands.filter((verb) => campaign.actions.includes(verb));
  const mayEdit = plans && (campaign.status === 'DRAFT' || campaign.status === 'RUNNING');
  return (
    <Page
      title={campaign.name}
      facts={<CampaignStatusTag status={campaign.status} />}
      lead={campaign.brandName}
      trail={[{ label: t('title'), to: '/campaigns' }]}
      actions={
        mayEdit && (
          <>
            <Link to={`/campaigns/${campaign.id}/edit` as never}>
              <Button tabIndex={-1}>{t('campaign.edit')}</Button>
            </Link>
            {legal.includes('launch') && (
              <Button type="primary" onClick={() => setCommand('launch')}>
                {t('command.launch.do')}
              </Button>
            )}
            <Menu
              label={t('campaign.more')}
              align="end"
              groups={[
                {
                  entries: legal
                    .filter((verb) => verb !== 'launch')
                    .map((verb) => ({
                      key: verb,
                      label: t(`command.${verb}.do`),
                      danger: verb === 'cancel',
                      onChoose: () => setCommand(verb),
                    })),
                },
              ]}
              trigger={(attributes) => (
                <Button aria-label={t('campaign.more')} icon={<Icon name="more" size={18} />} {...attributes} />
              )}
            />
          </>
        )
      }
    >
      <Tabs tabs={tabs} label={t('campaign.tabs')} />
      <Suspense fallback={<Lines count={8} />}>
        {tab === 'overview' && <CampaignOverview campaign={campaign} />}
        {tab === 'board' && <CampaignBoard key={campaign.id} campaign={campaign} />}
        {tab === 'shortlist' && <ShortList campaign={campaign} />}
        {tab === 'briefs' && <Briefs campaign={campaign} />}
        {command && <CampaignCommand verb={command} opened={opened} onClose={() => setCommand(undefined)} />}
      </Suspense>
    </Page>
  );
}
