import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Consequence } from '../shared/forms/Consequence';
import { When } from '../shared/ui/Figures';
import { Card, Facts, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines, PageSkeleton } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Agency, agencyKey, fetchAgency, fetchRoster, type RosterEntry, release } from './agencyApi';
import { kolKey } from './api';
import css from './discover.module.css';
import { useRegionName } from './regions';

const EditAgency = lazy(() => import('./EditAgency'));
const SignKol = lazy(() => import('./SignKol'));

/** One agency, and for whom it speaks or once spoke. */
export default function AgencyPage() {
  const { agencyId } = useParams({ strict: false }) as { agencyId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: agencyKey(agencyId),
    queryFn: () => fetchAgency(agencyId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <AgencyDetail agency={data.value} etag={data.etag} />;
}

function AgencyDetail({ agency, etag }: { agency: Agency; etag: string }) {
  const { t } = useTranslation('discover');
  const mayEdit = useRole('brand-manager', 'admin');
  const regionName = useRegionName();
  const [signing, setSigning] = useState(false);
  const [editing, setEditing] = useState(false);
  const add = mayEdit && (
    <Button type="primary" onClick={() => setSigning(true)}>
      {t('roster.add')}
    </Button>
  );
  return (
    <Page
      title={agency.name}
      trail={[{ label: t('agency.title'), to: '/discover/agencies' as never }]}
      actions={
        <>
          {mayEdit && <Button onClick={() => setEditing(true)}>{t('agency.edit')}</Button>}
          {add}
        </>
      }
      width="normal"
    >
      <Card title={t('agency.about')}>
        <Facts
          items={[
            { label: t('kol.country'), value: regionName(agency.country) },
            { label: t('kol.notes'), value: <span dir="auto">{agency.notes ?? '–'}</span> },
            { label: t('agency.id'), value: <code className={css.id}>{agency.id}</code> },
          ]}
        />
      </Card>
      <Roster agency={agency} add={add} mayEdit={mayEdit} />
      <Suspense fallback={null}>
        {editing && <EditAgency agency={agency} etag={etag} onClose={() => setEditing(false)} />}
        {signing && <SignKol agency={agency} onClose={() => setSigning(false)} />}
      </Suspense>
    </Page>
  );
}

function Roster({ agency, add, mayEdit }: { agency: Agency; add: ReactNode; mayEdit: boolean }) {
  const { t } = useTranslation('discover');
  const [leaving, setLeaving] = useState<RosterEntry>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...agencyKey(agency.id), 'roster'],
    queryFn: () => fetchRoster(agency.id),
  });
  return (
    <Card title={t('roster.title')} flush>
      {error ? (
        <ErrorState problem={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Lines count={4} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('roster.none')} action={add}>
          {t('roster.noneText')}
        </EmptyState>
      ) : (
        <SimpleTable<RosterEntry>
          label={t('roster.title')}
          rows={data.items}
          rowKey={(entry) => `${entry.kolId} ${entry.joinedOn}`}
          columns={[
            {
              key: 'kol',
              title: t('list.kol'),
              render: (entry) => (
                <Link to={`/discover/kols/${entry.kolId}` as never}>
                  <bdi>{entry.displayName}</bdi>
                </Link>
              ),
            },
            {
              key: 'state',
              title: t('roster.state'),
              render: ({ leftOn }) =>
                leftOn ? (
                  <StateTag>{t('roster.former')}</StateTag>
                ) : (
                  <StateTag tone="good">{t('roster.present')}</StateTag>
                ),
            },
            { key: 'from', title: t('roster.from'), render: (entry) => <When value={entry.joinedOn} /> },
            {
              key: 'to',
              title: t('roster.to'),
              render: ({ leftOn }) => (leftOn ? <When value={leftOn} /> : t('roster.open')),
            },
            ...(mayEdit
              ? [
                  {
                    key: 'release',
                    title: <span className="visually-hidden">{t('roster.release')}</span>,
                    render: (entry: RosterEntry) =>
                      !entry.leftOn && (
                        <Button
                          aria-label={t('roster.releaseName', { name: entry.displayName })}
                          onClick={() => setLeaving(entry)}
                        >
                          {t('roster.release')}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {leaving && (
        <Consequence
          title={t('roster.releaseOne', { name: leaving.displayName })}
          verb={t('roster.releaseOne', { name: leaving.displayName })}
          danger
          run={(key) => release(agency.id, leaving.kolId, key)}
          refreshes={[agencyKey(agency.id), kolKey(leaving.kolId)]}
          onClose={() => setLeaving(undefined)}
        >
          <p>{t('roster.releaseWhat', { name: leaving.displayName, agency: agency.name })}</p>
        </Consequence>
      )}
    </Card>
  );
}
