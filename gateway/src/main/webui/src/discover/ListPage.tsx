import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Consequence } from '../shared/forms/Consequence';
import { type BulkAction, type Column, DataList } from '../shared/list/DataList';
import { Count, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import { useTierName } from '../shared/ui/Tier';
import css from './discover.module.css';
import { fetchList, type KolList, type ListEntry, listsKey, removeList, takeFromList } from './listApi';
import { useShortListing } from './useShortListing';

/** One list, account by account; whole lists come back from the service at once. */
export default function ListPage() {
  const { listId } = useParams({ strict: false }) as { listId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...listsKey, listId],
    queryFn: () => fetchList(listId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <ListDetail list={data} />;
}

function ListDetail({ list }: { list: KolList }) {
  const { t } = useTranslation('discover');
  const navigate = useNavigate();
  const mayEdit = useRole('brand-manager', 'admin');
  const [removing, setRemoving] = useState(false);
  const inSearch = (
    <Link to={'/discover' as never} search={{ list: list.id } as never}>
      <Button tabIndex={-1}>{t('lists.inSearch')}</Button>
    </Link>
  );
  return (
    <Page
      title={list.name}
      lead={list.description}
      trail={[{ label: t('lists.title'), to: '/discover/lists' as never }]}
      actions={
        <>
          {mayEdit && <Button onClick={() => setRemoving(true)}>{t('lists.remove')}</Button>}
          {inSearch}
        </>
      }
    >
      <DataList<ListEntry>
        name="list"
        label={list.name}
        columns={useColumns()}
        rowKey={(entry) => entry.accountId}
        queryKey={[...listsKey, list.id, 'entries', list.entries.length]}
        fetch={async ({ q }) => fitting(list.entries, q)}
        bulk={useBulk(list, mayEdit)}
        empty={{
          title: t('lists.empty'),
          text: t('lists.emptyText'),
          action: (
            <Link to={'/discover' as never}>
              <Button type="primary" tabIndex={-1}>
                {t('lists.find')}
              </Button>
            </Link>
          ),
        }}
      />
      {removing && (
        <Consequence
          title={t('lists.removeOne', { name: list.name })}
          verb={t('lists.remove')}
          danger
          run={async () => {
            await removeList(list.id);
            await navigate({ to: '/discover/lists' as never });
          }}
          refreshes={[listsKey]}
          onClose={() => setRemoving(false)}
        >
          <p>{t('lists.removeWhat', { count: list.entries.length })}</p>
        </Consequence>
      )}
    </Page>
  );
}

function fitting(entries: ListEntry[], q = '') {
  const wanted = q.trim().toLowerCase();
  const items = entries.filter(({ displayName, handle, note }) =>
    [displayName, handle, note].some((text) => text?.toLowerCase().includes(wanted)),
  );
  return { items, total: items.length };
}

function useColumns(): Column<ListEntry>[] {
  const { t } = useTranslation('discover');
  const tierName = useTierName();
  return [
    {
      key: 'name',
      title: t('list.kol'),
      fixed: true,
      render: (entry) => (
        <Link
          to={`/discover/kols/${entry.kolId}` as never}
          search={{ account: entry.accountId } as never}
          className={css.kol}
        >
          <span className={css.names}>
            <bdi className={css.clipped}>{entry.displayName}</bdi>
            <small className={css.clipped}>{entry.handle}</small>
          </span>
        </Link>
      ),
    },
    { key: 'platform', title: t('list.platform'), render: (entry) => <Platform id={entry.platform} /> },
    {
      key: 'tier',
      title: t('list.tier'),
      render: ({ tier }) => tier && tierName(tier),
    },
    {
      key: 'followers',
      title: t('number.followers'),
      numeric: true,
      render: (entry) => <Count value={entry.followers} compact />,
    },
    { key: 'note', title: t('lists.note'), render: (entry) => <span dir="auto">{entry.note ?? ''}</span> },
    { key: 'added', title: t('lists.added'), render: (entry) => <When value={entry.addedAt} /> },
  ];
}

function useBulk(list: KolList, mayEdit: boolean): BulkAction<ListEntry>[] {
  const { t } = useTranslation('discover');
  const queries = useQueryClient();
  const shortListing = useShortListing<ListEntry>();
  if (!mayEdit) return [];
  return [
    ...shortListing,
    {
      key: 'take',
      label: (rows) => t('lists.take', { count: rows.length }),
      preview: (rows) => <p>{t('lists.takeWhat', { count: rows.length, name: list.name })}</p>,
      run: async (rows) => {
        try {
          await takeFromList(list.id, rows);
        } finally {
          await queries.invalidateQueries({ queryKey: listsKey });
        }
      },
    },
  ];
}
