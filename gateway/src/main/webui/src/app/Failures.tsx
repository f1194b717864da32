import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../shared/ui/Page';
import { EmptyState, ErrorState } from '../shared/ui/States';

/** A page that could not be shown; the frame around it still works. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.title')} width="normal">
      <ErrorState problem={error} retry={reset} />
    </Page>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} width="normal">
      <EmptyState title={t('notFound.text')} action={<Link to="/">{t('notFound.home')}</Link>} />
    </Page>
  );
}
