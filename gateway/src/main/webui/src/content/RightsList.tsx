import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { When } from '../shared/ui/Figures';
import { Platform } from '../shared/ui/Platform';
import { StateTag } from '../shared/ui/StateTag';
import { fetchRights, type Right } from './api';
import css from './content.module.css';

const channels = [
  'xiaohongshu',
  'douyin',
  'weibo',
  'wechat',
  'bilibili',
  'tmall',
  'jd',
  'instagram',
  'tiktok',
  'youtube',
];
const territories = ['CN', 'HK', 'MO', 'TW', 'JP', 'SG', 'US', 'GB', 'FR', 'DE'];
const soonDays = 30;

/** "What may I reuse on Tmall today?" Those that end first stand first. */
export function RightsList() {
  const { t, i18n } = useTranslation('content');
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const place = (code: string) => (code === 'WORLD' ? t('world') : (regions.of(code) ?? code));
  const channelName = (code: string) => t(`shared:platform.${code}`, { defaultValue: code });
  const filters: Filter[] = [
    {
      key: 'channel',
      label: t('channel'),
      kind: 'choice',
      single: true,
      options: channels.map((value) => ({ value, label: channelName(value) })),
    },
    {
      key: 'territory',
      label: t('territory'),
      kind: 'choice',
      single: true,
      options: territories.map((value) => ({ value, label: place(value) })),
    },
    { key: 'on', label: t('on'), kind: 'date' },
    {
      key: 'paidAds',
      label: t('paidAds'),
      kind: 'choice',
      single: true,
      options: [{ value: 'true', label: t('yes') }],
    },
    { key: 'all', label: t('everyDay'), kind: 'choice', single: true, options: [{ value: 'true', label: t('yes') }] },
  ];
  const columns: Column<Right>[] = [
    {
      key: 'kol',
      title: t('kol'),
      fixed: true,
      render: (row) => (
        <Link to={`/campaigns/${row.campaignId}/collaborations/${row.collaborationId}` as never} className={css.name}>
          <bdi>{row.kolName}</bdi>
          <small>{row.campaignName}</small>
        </Link>
      ),
    },
    {
      key: 'post',
      title: t('what'),
      render: (row) =>
        row.url ? (
          <a href={row.url} target="_blank" rel="noreferrer">
            {t('openPost')}
          </a>
        ) : (
          '–'
        ),
    },
    { key: 'platform', title: t('platform'), render: (row) => <Platform id={row.platform} /> },
    { key: 'channel', title: t('channel'), render: (row) => channelName(row.channel) },
    { key: 'territory', title: t('territory'), render: (row) => row.territory.map(place).join(', ') },
    { key: 'from', title: t('from'), render: (row) => <When value={row.fromOn} /> },
    {
      key: 'until',
      title: t('until'),
      render: (row) => (
        <>
          <When value={row.untilOn} relative />{' '}
          {endsSoon(row.untilOn) && <StateTag tone="waiting">{t('endsSoon')}</StateTag>}
        </>
      ),
    },
    { key: 'ads', title: t('paidAds'), render: (row) => t(row.paidAds ? 'yes' : 'no') },
    { key: 'exclusive', title: t('exclusive'), render: (row) => t(row.exclusive ? 'yes' : 'no') },
    {
      key: 'live',
      title: t('post'),
      render: (row) => <StateTag tone={row.live ? 'good' : 'bad'}>{t(row.live ? 'live' : 'gone')}</StateTag>,
    },
  ];
  return (
    <DataList
      name="rights"
      label={t('tab.rights')}
      searchable={false}
      columns={columns}
      filters={filters}
      rowKey={(row) => row.id}
      queryKey={['rights']}
      fetch={fetchRights}
      empty={{ title: t('noRights.title'), text: t('noRights.text') }}
    />
  );
}

function endsSoon(untilOn: string): boolean {
  return new Date(untilOn).getTime() - Date.now() < soonDays * 86_400_000;
}
