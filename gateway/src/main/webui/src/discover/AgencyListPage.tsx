import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Card, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { type Agency, agenciesKey, fetchAgencies } from './agencyApi';
import { Navigation } from './Navigation';
import { useRegionName } from './regions';

const NewAgencyDialog = lazy(() => import('./NewAgencyDialog'));

/** Who speaks for KOLs: agencies and MCNs. */
export default function AgencyListPage() {
  const { t } = useTranslation('discover');
  const mayEdit = useRole('brand-manager', 'admin');
  const regionName = useRegionName();
  const [entering, setEntering] = useState(false);
  const { data, error, isPending, refetch } = useQuery({ queryKey: agenciesKey, queryFn: fetchAgencies });
  const enter = mayEdit && (
    <Button type="primary" onClick={() => setEntering(true)}>
      {t('agency.new')}
    </Button>
  );
  return (
    <Page title={t('agency.title')} lead={t('agency.lead')} actions={enter}>
      <Navigation />
      <Card flush>
        {error ? (
          <ErrorState problem={error} retry={() => void refetch()} />
        ) : isPending ? (
          <Lines count={5} />
        ) : data.items.length === 0 ? (
          <EmptyState title={t('agency.none')} action={enter}>
            {t('agency.noneText')}
          </EmptyState>
        ) : (
          <SimpleTable<Agency>
            label={t('agency.title')}
            rows={data.items}
            rowKey={(agency) => agency.id}
            columns={[
              {
                key: 'name',
                title: t('agency.name'),
                render: (agency) => (
                  <Link to={`/discover/agencies/${agency.id}` as never}>
                    <bdi>{agency.name}</bdi>
                  </Link>
                ),
              },
              { key: 'country', title: t('kol.country'), render: (agency) => regionName(agency.country) },
              {
                key: 'notes',
                title: t('kol.notes'),
                render: (agency) => <span dir="auto">{agency.notes ?? '–'}</span>,
              },
            ]}
          />
        )}
      </Card>
      <Suspense fallback={null}>{entering && <NewAgencyDialog onClose={() => setEntering(false)} />}</Suspense>
    </Page>
  );
}
