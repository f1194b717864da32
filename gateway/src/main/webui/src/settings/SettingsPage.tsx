import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Page } from '../shared/ui/Page';
import { Lines } from '../shared/ui/States';
import { type Tab, Tabs, useTab } from '../shared/ui/Tabs';
import { Preferences } from './Preferences';

const Catalogue = lazy(() => import('./Catalogue'));
const EscalationRules = lazy(() => import('./EscalationRules'));
const TierTables = lazy(() => import('./TierTables'));
const DeadLetters = lazy(() => import('./DeadLetters'));
const DemoClock = lazy(() => import('./DemoClock'));
const AuditTrail = lazy(() => import('./AuditTrail'));

/** What a person sets for themselves, and what the organisation sets for everybody; each role sees its own. */
export default function SettingsPage() {
  const { t } = useTranslation('settings');
  const admin = useRole('admin');
  const plans = useRole('brand-manager', 'admin');
  const tabs: Tab[] = [
    { key: 'preferences', label: t('tab.preferences') },
    ...(plans ? ['catalogue', 'escalation', 'tiers'].map((key) => ({ key, label: t(`tab.${key}`) })) : []),
    ...(admin ? ['dead-letters', 'audit', 'clock'].map((key) => ({ key, label: t(`tab.${key}`) })) : []),
  ];
  const tab = useTab(tabs);
  return (
    <Page title={t('title')} width="normal">
      <Tabs tabs={tabs} label={t('title')} />
      <Suspense fallback={<Lines count={6} />}>
        {tab === 'preferences' && <Preferences />}
        {tab === 'catalogue' && <Catalogue />}
        {tab === 'escalation' && <EscalationRules />}
        {tab === 'tiers' && <TierTables mayEdit={admin} />}
        {tab === 'dead-letters' && <DeadLetters />}
        {tab === 'audit' && <AuditTrail />}
        {tab === 'clock' && <DemoClock />}
      </Suspense>
    </Page>
  );
}
