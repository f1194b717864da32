import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { useAddress } from '../shared/list/address';
import type { BulkAction } from '../shared/list/DataList';
import { Lines } from '../shared/ui/States';
import { addToList, createList, fetchLists, listsKey } from './listApi';

const ListChoice = lazy(() => import('./ListChoice'));

export type ChosenList = { id: string } | { newName: string };

interface Row {
  accountId?: string | null;
  displayName: string;
}

/** Found accounts go onto a list of the organisation: one that is there, or one that begins with them. */
export function useListing<T extends Row>(): BulkAction<T>[] {
  const { t } = useTranslation('discover');
  const mayEdit = useRole('brand-manager', 'admin');
  const { one } = useAddress();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ChosenList>();
  const lists = useQuery({ queryKey: listsKey, queryFn: fetchLists, enabled: mayEdit });
  if (!mayEdit) return [];
  const inAddress = one('list');
  const goal = chosen ?? (inAddress ? { id: inAddress } : undefined);
  return [
    {
      key: 'list',
      label: (rows) => t('lists.add', { count: rows.length }),
      applies: (row) => Boolean(row.accountId),
      ready: () => Boolean(goal && ('id' in goal || goal.newName.trim())),
      preview: (rows) => (
        <Suspense fallback={<Lines count={2} />}>
          <p>{t('lists.addWhat', { count: rows.length })}</p>
          <ListChoice lists={lists.data?.items ?? []} value={goal} onChange={setChosen} />
        </Suspense>
      ),
      done: (rows) => (
        <>
          {t('lists.addedThem', { count: rows.length })}{' '}
          {goal && 'id' in goal && <Link to={`/discover/lists/${goal.id}` as never}>{t('lists.open')}</Link>}
        </>
      ),
      run: async (rows, key) => {
        if (!goal) return;
        try {
          const id = 'id' in goal ? goal.id : (await createList({ name: goal.newName.trim() }, key)).id;
          // From here on it is there: a second try after a refusal goes on with it.
          setChosen({ id });
          await addToList(
            id,
            rows.flatMap((row) => row.accountId ?? []),
            (accountId) => rows.find((row) => row.accountId === accountId)?.displayName ?? accountId,
            key,
          );
        } finally {
          await queries.invalidateQueries({ queryKey: listsKey });
        }
      },
    },
  ];
}
