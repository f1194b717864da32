import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { useCommand } from '../shared/api/useCommand';
import { useAddress } from '../shared/list/address';
import { Avatar } from '../shared/ui/Avatar';
import { Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { ErrorState, PageSkeleton, ProblemNote } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Tab, Tabs, useTab } from '../shared/ui/Tabs';
import { AccountOverview } from './AccountOverview';
import { AuditReport } from './AuditReport';
import { agencyKey, fetchAgency } from './agencyApi';
import { type Account, auditKol, fetchKol, type Kol, kolKey } from './api';
import css from './KolPage.module.css';
import { PastResults } from './PastResults';
import { Privacy } from './Privacy';
import { RateCard } from './RateCard';

const EditKol = lazy(() => import('./EditKol'));
const LinkInvitation = lazy(() => import('./LinkInvitation'));

/** Everything the organisation knows about one KOL, account by account. */
export default function KolPage() {
  const { kolId } = useParams({ strict: false }) as { kolId: string };
  const { data, error, isPending, refetch } = useQuery({ queryKey: kolKey(kolId), queryFn: () => fetchKol(kolId) });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <KolDetail kol={data.value} etag={data.etag} />;
}

function KolDetail({ kol, etag }: { kol: Kol; etag: string }) {
  const { t } = useTranslation('discover');
  const mayEdit = useRole('brand-manager', 'admin');
  const [dialog, setDialog] = useState<'edit' | 'link'>();
  const audit = useCommand({ run: (_: undefined, key) => auditKol(kol.id, key), refreshes: [[...kolKey(kol.id)]] });
  const account = useChosenAccount(kol);
  const tabs: Tab[] = [
    { key: 'overview', label: t('kol.tab.overview') },
    { key: 'audit', label: t('kol.tab.audit') },
    { key: 'rates', label: t('kol.tab.rates'), count: account?.rateCards.filter((price) => price.current).length },
    { key: 'results', label: t('kol.tab.results'), count: kol.pastResults.length },
    { key: 'privacy', label: t('kol.tab.privacy') },
  ];
  const tab = useTab(tabs);

  return (
    <Page
      tabTitle={kol.displayName}
      title={
        <span className={css.name}>
          <Avatar name={kol.displayName} size={40} />
          <bdi>{kol.displayName}</bdi>
        </span>
      }
      trail={[{ label: t('title'), to: '/discover' }]}
      facts={
        kol.erasedAt ? (
          <StateTag tone="bad">{t('kol.erased')}</StateTag>
        ) : (
          <>
            {kol.linked && <StateTag tone="good">{t('kol.linked')}</StateTag>}
            {kol.agencyId && <Representation agencyId={kol.agencyId} />}
          </>
        )
      }
      lead={[kol.country, ...kol.topics].filter(Boolean).join(' · ')}
      actions={
        mayEdit &&
        !kol.erasedAt && (
          <>
            <Button onClick={() => setDialog('edit')}>{t('kol.edit')}</Button>
            {!kol.linked && <Button onClick={() => setDialog('link')}>{t('kol.invite')}</Button>}
            <Button type="primary" loading={audit.busy} onClick={() => audit.send(undefined)}>
              {t('kol.runAudit', { count: kol.accounts.length })}
            </Button>
          </>
        )
      }
    >
      <ProblemNote problem={audit.problem} />
      <AccountChoice accounts={kol.accounts} chosen={account} />
      <Tabs tabs={tabs} label={t('kol.tabs')} />
      {account && tab === 'overview' && <AccountOverview account={account} kol={kol} />}
      {account && tab === 'audit' && <AuditReport account={account} />}
      {account && tab === 'rates' && <RateCard kolId={kol.id} account={account} />}
      {tab === 'results' && <PastResults results={kol.pastResults} accounts={kol.accounts} />}
      {tab === 'privacy' && <Privacy kol={kol} etag={etag} />}
      <Suspense fallback={null}>
        {dialog === 'edit' && <EditKol kol={kol} etag={etag} onClose={() => setDialog(undefined)} />}
        {dialog === 'link' && <LinkInvitation kol={kol} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </Page>
  );
}

/** Who speaks for the KOL. */
function Representation({ agencyId }: { agencyId: string }) {
  const { t } = useTranslation('discover');
  const { data } = useQuery({ queryKey: agencyKey(agencyId), queryFn: () => fetchAgency(agencyId) });
  return (
    data && (
      <span className={css.muted}>
        {t('kol.agency')}: <Link to={`/discover/agencies/${agencyId}` as never}>{data.value.name}</Link>
      </span>
    )
  );
}

function useChosenAccount(kol: Kol): Account | undefined {
  const { one } = useAddress();
  const wanted = one('account');
  return kol.accounts.find((account) => account.id === wanted) ?? kol.accounts[0];
}

/** A KOL stands on several platforms; numbers, prices and audits belong to the account. */
function AccountChoice({ accounts, chosen }: { accounts: Account[]; chosen: Account | undefined }) {
  const { t } = useTranslation('discover');
  const { change } = useAddress();
  return (
    <fieldset className={css.accounts}>
      <legend className="visually-hidden">{t('kol.accounts')}</legend>
      {accounts.map((account) => (
        <button
          type="button"
          key={account.id}
          aria-pressed={account.id === chosen?.id}
          onClick={() => change({ account: account.id })}
        >
          <Platform id={account.platform} />
          <bdi>{account.handle}</bdi>
        </button>
      ))}
    </fieldset>
  );
}
