import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Consequence } from '../shared/forms/Consequence';
import { When } from '../shared/ui/Figures';
import { Card, Facts } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Consent, exportAddress, type Kol, kolKey, withdrawConsent } from './api';
import css from './KolPage.module.css';

const NewConsentDialog = lazy(() => import('./NewConsentDialog'));
const EraseKol = lazy(() => import('./EraseKol'));

/** For what purposes the KOL's personal data may be used and on what basis, and what the person may ask for. */
export function Privacy({ kol, etag }: { kol: Kol; etag: string }) {
  const { t } = useTranslation('discover');
  return (
    <div className={css.stack}>
      <Card title={t('privacy.record')}>
        <Facts
          items={[
            { label: t('privacy.created'), value: <When value={kol.createdAt} time /> },
            { label: t('privacy.updated'), value: <When value={kol.updatedAt} time relative /> },
            {
              label: t('privacy.linked'),
              value: kol.linked ? <When value={kol.linkedAt} time /> : t('privacy.notLinked'),
            },
            ...(kol.erasedAt ? [{ label: t('privacy.erasedAt'), value: <When value={kol.erasedAt} time /> }] : []),
          ]}
        />
      </Card>
      <Consents kol={kol} />
      <RightsOfThePerson kol={kol} etag={etag} />
    </div>
  );
}

function Consents({ kol }: { kol: Kol }) {
  const { t } = useTranslation('discover');
  const mayEdit = useRole('brand-manager', 'admin') && !kol.erasedAt;
  const [recording, setRecording] = useState(false);
  const [leaving, setLeaving] = useState<Consent>();
  const record = mayEdit && <Button onClick={() => setRecording(true)}>{t('privacy.add')}</Button>;
  return (
    <Card title={t('privacy.consents')} extra={kol.consents.length > 0 && record} flush>
      {kol.consents.length === 0 ? (
        <EmptyState title={t('privacy.none')} action={record}>
          {t('privacy.noneText')}
        </EmptyState>
      ) : (
        <SimpleTable
          label={t('privacy.consents')}
          rows={kol.consents}
          rowKey={(consent) => consent.id}
          columns={[
            { key: 'purpose', title: t('privacy.purpose'), render: (consent) => consent.purpose },
            { key: 'basis', title: t('privacy.basis'), render: (consent) => t(`basis.${consent.basis}`) },
            { key: 'evidence', title: t('privacy.evidence'), render: (consent) => consent.evidence ?? '–' },
            { key: 'given', title: t('privacy.given'), render: (consent) => <When value={consent.givenAt} /> },
            {
              key: 'state',
              title: t('privacy.state'),
              render: ({ withdrawnAt }) =>
                withdrawnAt ? (
                  <StateTag tone="bad">
                    {t('privacy.withdrawn')} <When value={withdrawnAt} />
                  </StateTag>
                ) : (
                  <StateTag tone="good">{t('privacy.inForce')}</StateTag>
                ),
            },
            ...(mayEdit
              ? [
                  {
                    key: 'withdraw',
                    title: <span className="visually-hidden">{t('privacy.withdraw')}</span>,
                    render: (consent: Consent) =>
                      !consent.withdrawnAt && (
                        <Button
                          aria-label={t('privacy.withdrawOne', { purpose: consent.purpose })}
                          onClick={() => setLeaving(consent)}
                        >
                          {t('privacy.withdraw')}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Suspense fallback={null}>
        {recording && <NewConsentDialog kolId={kol.id} onClose={() => setRecording(false)} />}
      </Suspense>
      {leaving && (
        <Consequence
          title={t('privacy.withdrawOne', { purpose: leaving.purpose })}
          verb={t('privacy.withdraw')}
          danger
          run={(key) => withdrawConsent(kol.id, leaving.id, key)}
          refreshes={[kolKey(kol.id)]}
          onClose={() => setLeaving(undefined)}
        >
          <p>{t('privacy.withdrawWhat', { purpose: leaving.purpose })}</p>
        </Consequence>
      )}
    </Card>
  );
}

/** A copy of everything, and erasure; only administrators carry these out. */
function RightsOfThePerson({ kol, etag }: { kol: Kol; etag: string }) {
  const { t } = useTranslation('discover');
  const admin = useRole('admin');
  const [erasing, setErasing] = useState(false);
  if (!admin) return null;
  return (
    <Card title={t('privacy.person')}>
      <p className={css.muted}>{t('privacy.personText')}</p>
      <div className={css.buttons}>
        <Button href={exportAddress(kol.id)} download={`kol-${kol.id}.json`}>
          {t('privacy.export')}
        </Button>
        {!kol.erasedAt && (
          <Button danger onClick={() => setErasing(true)}>
            {t('privacy.erase')}
          </Button>
        )}
      </div>
      <Suspense fallback={null}>
        {erasing && <EraseKol kol={kol} etag={etag} onClose={() => setErasing(false)} />}
      </Suspense>
    </Card>
  );
}
