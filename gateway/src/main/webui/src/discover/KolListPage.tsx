import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page as PageOf } from '../shared/api/http';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { Avatar } from '../shared/ui/Avatar';
import { Count, Money, Percent, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { useTierName } from '../shared/ui/Tier';
import css from './discover.module.css';
import { fetchLists, listsKey } from './listApi';
import { Navigation } from './Navigation';
import { useRegionName } from './regions';
import { type Facets, type Found, type Listing, searchKols } from './searchApi';
import { useListing } from './useListing';
import { useShortListing } from './useShortListing';

/** Search over every KOL that the organisation knows, with facets, ranges and sort. */
export default function KolListPage() {
  const { t } = useTranslation('discover');
  const [facets, setFacets] = useState<Facets>();
  const keepFacets = useCallback((page: PageOf<Listing>) => setFacets((page as Found).facets), []);
  const importing = (
    <Link to={'/discover/import' as never}>
      <Button type="primary" tabIndex={-1}>
        {t('import.new')}
      </Button>
    </Link>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={importing}>
      <Navigation />
      <DataList<Listing>
        name="kols"
        label={t('title')}
        searchHint={t('list.search')}
        columns={useColumns()}
        filters={useFilters(facets)}
        rowKey={(row) => row.accountId ?? row.kolId}
        queryKey={['kols']}
        fetch={searchKols}
        onPage={keepFacets}
        bulk={[...useShortListing<Listing>(), ...useListing<Listing>()]}
        empty={{ title: t('empty.title'), text: t('empty.text'), action: importing }}
      />
    </Page>
  );
}

function useColumns(): Column<Listing>[] {
  const { t } = useTranslation('discover');
  const tierName = useTierName();
  return [
    {
      key: 'name',
      title: t('list.kol'),
      fixed: true,
      sort: 'name',
      sortsOneWay: true,
      render: (row) => (
        <Link
          to={`/discover/kols/${row.kolId}` as never}
          search={{ account: row.accountId ?? undefined } as never}
          className={css.kol}
        >
          <Avatar name={row.displayName} size={32} />
          <span className={css.names}>
            <bdi className={css.clipped}>{row.displayName}</bdi>
            {row.handle && <small className={css.clipped}>{row.handle}</small>}
          </span>
        </Link>
      ),
    },
    { key: 'platform', title: t('list.platform'), render: (row) => row.platform && <Platform id={row.platform} /> },
    {
      key: 'tier',
      title: t('list.tier'),
      render: (row) => row.tier && tierName(row.tier),
    },
    {
      key: 'followers',
      title: t('number.followers'),
      numeric: true,
      sort: 'followers',
      sortsOneWay: true,
      render: (row) => <Count value={row.followers} compact />,
    },
    {
      key: 'views',
      title: t('number.avgViews'),
      numeric: true,
      render: (row) => <Count value={row.avgViews} compact />,
    },
    {
      key: 'engagement',
      title: t('list.engagement'),
      numeric: true,
      sort: 'engagement',
      sortsOneWay: true,
      render: (row) => <Percent value={row.engagementRate} />,
    },
    {
      key: 'byFollowers',
      title: t('list.engagementByFollowers'),
      numeric: true,
      optional: true,
      render: (row) => <Percent value={row.engagementRateByFollowers} />,
    },
    {
      key: 'topics',
      title: t('kol.topics'),
      render: (row) => <span className={css.clipped}>{row.topics.join(' · ')}</span>,
    },
    { key: 'country', title: t('kol.country'), render: (row) => row.country },
    {
      key: 'price',
      title: t('list.price'),
      numeric: true,
      sort: 'price',
      sortsOneWay: true,
      render: (row) => <Money value={row.price} />,
    },
    {
      key: 'audit',
      title: t('list.audit'),
      numeric: true,
      sort: 'audit',
      sortsOneWay: true,
      render: (row) => <Count value={row.auditScore} />,
    },
    { key: 'measured', title: t('kol.measuredOn'), optional: true, render: (row) => <When value={row.measuredOn} /> },
  ];
}

function useFilters(facets: Facets | undefined): Filter[] {
  const { t } = useTranslation('discover');
  const tierName = useTierName();
  const regionName = useRegionName();
  const lists = useQuery({ queryKey: listsKey, queryFn: fetchLists });
  const choice = (key: keyof Facets, label: string, name: (value: string) => string): Filter => ({
    key,
    label,
    kind: 'choice',
    options: (facets?.[key] ?? []).map(({ value, count }) => ({ value, label: name(value), count })),
  });
  return [
    choice('platform', t('list.platform'), (code) => t(`shared:platform.${code}`, { defaultValue: code })),
    choice('tier', t('list.tier'), tierName),
    choice('topic', t('kol.topics'), (topic) => topic),
    choice('country', t('kol.country'), regionName),
    {
      key: 'list',
      label: t('lists.list'),
      kind: 'choice',
      single: true,
      options: (lists.data?.items ?? []).map(({ id, name, size }) => ({ value: id, label: name, count: size })),
    },
    { key: 'followersFrom', label: t('list.followersFrom'), kind: 'number' },
    { key: 'followersTo', label: t('list.followersTo'), kind: 'number' },
    { key: 'engagementFrom', label: t('list.engagementFrom'), kind: 'number', unit: '%' },
    { key: 'engagementTo', label: t('list.engagementTo'), kind: 'number', unit: '%' },
    { key: 'priceFrom', label: t('list.priceFrom'), kind: 'number', unit: 'CNY' },
    { key: 'priceTo', label: t('list.priceTo'), kind: 'number', unit: 'CNY' },
  ];
}
