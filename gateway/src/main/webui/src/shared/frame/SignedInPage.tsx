import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionGate } from '../api/sessionGate';
import { EmptyState } from '../ui/States';

/** Where the second window lands after signing in again: it tells the first one and goes. */
export default function SignedInPage() {
  const { t } = useTranslation();
  useEffect(() => {
    sessionGate.announce();
    window.close();
  }, []);
  return <EmptyState title={t('session.back')}>{t('session.closeWindow')}</EmptyState>;
}
