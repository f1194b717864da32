import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Count } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { fetchLists, type KolListSummary, listsKey } from './listApi';
import { Navigation } from './Navigation';

const NewListDialog = lazy(() => import('./NewListDialog'));

/** Lists of accounts that the organisation keeps for itself. */
export default function ListsPage() {
  const { t } = useTranslation('discover');
  const mayEdit = useRole('brand-manager', 'admin');
  const [creating, setCreating] = useState(false);
  const { data, error, isPending, refetch } = useQuery({ queryKey: listsKey, queryFn: fetchLists });
  const create = mayEdit && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('lists.new')}
    </Button>
  );
  return (
    <Page title={t('lists.title')} lead={t('lists.lead')} actions={create}>
      <Navigation />
      <Card flush>
        {error ? (
          <ErrorState problem={error} retry={() => void refetch()} />
        ) : isPending ? (
          <Lines count={5} />
        ) : data.items.length === 0 ? (
          <EmptyState title={t('lists.none')} action={create}>
            {t('lists.noneText')}
          </EmptyState>
        ) : (
          <SimpleTable<KolListSummary>
            label={t('lists.title')}
            rows={data.items}
            rowKey={(list) => list.id}
            columns={[
              {
                key: 'name',
                title: t('lists.name'),
                render: (list) => (
                  <Link to={`/discover/lists/${list.id}` as never}>
                    <bdi>{list.name}</bdi>
                  </Link>
                ),
              },
              {
                key: 'description',
                title: t('lists.description'),
                render: (list) => <span dir="auto">{list.description ?? '–'}</span>,
              },
              { key: 'size', title: t('kol.accounts'), numeric: true, render: (list) => <Count value={list.size} /> },
            ]}
          />
        )}
      </Card>
      <Suspense fallback={null}>{creating && <NewListDialog onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  );
}
