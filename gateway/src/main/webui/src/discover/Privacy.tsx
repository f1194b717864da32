import { useTranslation } from 'react-i18next';
import { When } from '../shared/ui/Figures';
import { Card, Facts } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState } from '../shared/ui/States';
import type { Kol } from './api';
import css from './KolPage.module.css';

/** For what purposes the KOL's personal data may be used, and on what basis. */
export function Privacy({ kol }: { kol: Kol }) {
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
          ]}
        />
      </Card>
      <Card title={t('privacy.consents')} flush>
        {kol.consents.length === 0 ? (
          <EmptyState title={t('privacy.none')}>{t('privacy.noneText')}</EmptyState>
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
                key: 'withdrawn',
                title: t('privacy.withdrawn'),
                render: (consent) => <When value={consent.withdrawnAt} />,
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
