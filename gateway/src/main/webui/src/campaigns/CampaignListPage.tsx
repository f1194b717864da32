import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { Count, Money, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { type Campaign, campaignsKey, fetchBrands, fetchCampaigns } from './api';
import { BudgetBar } from './BudgetBar';
import { CampaignStatusTag, statuses } from './CampaignStatusTag';
import css from './campaigns.module.css';

/** All campaigns, with what of their budget is promised and gone. */
export default function CampaignListPage() {
  const { t } = useTranslation('campaigns');
  const mayCreate = useRole('brand-manager');
  const brands = useQuery({ queryKey: ['brands'], queryFn: fetchBrands });

  const filters: Filter[] = [
    {
      key: 'status',
      label: t('campaign.status'),
      kind: 'choice',
      single: true,
      options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      key: 'brandId',
      label: t('campaign.brand'),
      kind: 'choice',
      single: true,
      options: (brands.data?.items ?? []).map((brand) => ({ value: brand.id, label: brand.name })),
    },
  ];
  const columns: Column<Campaign>[] = [
    {
      key: 'name',
      title: t('campaign.name'),
      fixed: true,
      render: (campaign) => (
        <Link to={`/campaigns/${campaign.id}` as never} className={css.name}>
          <bdi className={css.inTwoLines} title={campaign.name}>
            {campaign.name}
          </bdi>
          <small className={css.inTwoLines}>{campaign.brandName}</small>
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('campaign.status'),
      render: (campaign) => <CampaignStatusTag status={campaign.status} />,
    },
    {
      key: 'platforms',
      title: t('campaign.platforms'),
      render: (campaign) => (
        <span className={css.platforms}>
          {campaign.platforms.map((platform) => (
            <Platform key={platform} id={platform} />
          ))}
        </span>
      ),
    },
    { key: 'starts', title: t('campaign.startsOn'), render: (campaign) => <When value={campaign.startsOn} /> },
    { key: 'ends', title: t('campaign.endsOn'), render: (campaign) => <When value={campaign.endsOn} /> },
    {
      key: 'open',
      title: t('campaign.openWork'),
      numeric: true,
      render: (campaign) => <Count value={campaign.open} />,
    },
    {
      key: 'budget',
      title: t('campaign.budget'),
      numeric: true,
      render: (campaign) => <Money value={campaign.budget} />,
    },
    { key: 'use', title: t('campaign.committed'), render: (campaign) => <BudgetBar campaign={campaign} /> },
    {
      key: 'available',
      title: t('campaign.available'),
      numeric: true,
      render: (campaign) => <Money value={campaign.available} />,
    },
    {
      key: 'created',
      title: t('campaign.created'),
      optional: true,
      render: (campaign) => <When value={campaign.createdAt} />,
    },
  ];
  const create = mayCreate && (
    <Link to={'/campaigns/new' as never}>
      <Button type="primary" tabIndex={-1}>
        {t('campaign.new')}
      </Button>
    </Link>
  );

  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
      <DataList
        name="campaigns"
        label={t('title')}
        searchable={false}
        columns={columns}
        filters={filters}
        rowKey={(campaign) => campaign.id}
        queryKey={campaignsKey}
        fetch={fetchCampaigns}
        empty={{ title: t('empty.title'), text: t('empty.text'), action: create }}
      />
    </Page>
  );
}
