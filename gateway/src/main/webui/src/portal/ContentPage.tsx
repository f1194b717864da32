import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../shared/ui/Page';
import { EmptyState, ErrorState, PageSkeleton } from '../shared/ui/States';
import { briefsQuery } from './api';
import { BriefCards } from './BriefCards';
import css from './portal.module.css';

const handsIn = ['submit-script', 'submit-draft', 'submit-post'];

/** What is to be handed in or posted, and what has been. */
export default function ContentPage() {
  const { t } = useTranslation('portal');
  const { data, error, isPending, refetch } = useQuery(briefsQuery);
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  const due = data.items.filter((brief) => (brief.actions ?? []).some((action) => handsIn.includes(action)));
  const done = data.items.filter(
    (brief) => !due.includes(brief) && (brief.postUrl || (brief.contents ?? []).length > 0),
  );
  return (
    <Page title={t('content.title')}>
      {due.length + done.length === 0 ? (
        <EmptyState title={t('content.empty.title')}>{t('content.empty.text')}</EmptyState>
      ) : (
        <div className={css.stack}>
          {due.length > 0 && (
            <section aria-labelledby="content-due" className={css.stack}>
              <h2 id="content-due">{t('content.due', { count: due.length })}</h2>
              <BriefCards briefs={due} />
            </section>
          )}
          {done.length > 0 && (
            <section aria-labelledby="content-done" className={css.stack}>
              <h2 id="content-done">{t('content.done')}</h2>
              <BriefCards briefs={done} />
            </section>
          )}
        </div>
      )}
    </Page>
  );
}
