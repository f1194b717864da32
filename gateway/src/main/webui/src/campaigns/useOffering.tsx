import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allOf } from '../shared/api/allOf';
import type { MoneyAmount } from '../shared/api/http';
import type { BulkAction } from '../shared/list/DataList';
import { Money } from '../shared/ui/Figures';
import { Lines } from '../shared/ui/States';
import type { Campaign } from './api';
import css from './campaigns.module.css';
import { type CollaborationSummary, offerPaid } from './collaborationApi';

const OfferFields = lazy(() => import('./OfferFields'));

/** What is offered to each. */
export interface OfferTerms {
  briefId?: string;
  fee?: MoneyAmount;
  /** Local time, as typed. */
  publishBy?: string;
}

/** Accounts on the short list get a paid offer straight away, without a gift before it. */
export function useOffering(campaign: Campaign): BulkAction<CollaborationSummary>[] {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const [terms, setTerms] = useState<OfferTerms>({});
  const { briefId, fee, publishBy } = terms;
  if (!campaign.actions.includes('offers')) return [];
  return [
    {
      key: 'offer',
      label: (rows) => t('shortlist.offer', { count: rows.length }),
      ready: () => Boolean(briefId && fee && fee.amountMinor > 0),
      preview: (rows) => (
        <div className={css.stack}>
          <p>{t('shortlist.offerWhat', { count: rows.length })}</p>
          <Suspense fallback={<Lines count={4} />}>
            <OfferFields campaign={campaign} value={terms} onChange={setTerms} />
          </Suspense>
          {fee && (
            <p>
              {t('shortlist.offerCost')}{' '}
              <strong>
                <Money value={{ ...fee, amountMinor: fee.amountMinor * rows.length }} />
              </strong>{' '}
              · {t('campaign.available')} <Money value={campaign.available} />
            </p>
          )}
        </div>
      ),
      run: (rows, key) =>
        allOf(
          rows,
          ({ id, accountId }) =>
            offerPaid(
              campaign.id,
              {
                accountId,
                briefId,
                fee,
                publishBy: publishBy ? new Date(publishBy).toISOString() : undefined,
              },
              `${key}-${id}`,
            ),
          ({ kolName }) => kolName,
        ),
    },
  ];
}
