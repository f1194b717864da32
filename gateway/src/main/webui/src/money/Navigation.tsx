import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import css from '../shared/ui/Tabs.module.css';

const places = [
  '/money',
  '/money/fees',
  '/money/payees',
  '/money/payouts',
  '/money/statements',
  '/money/ledger',
] as const;
/** What a brand manager may read: the fees of agreements. */
const forEverybody = new Set<string>(['/money/fees']);

/** The parts of Money. */
export function Navigation() {
  const { t } = useTranslation('money');
  const finance = useRole('finance', 'executive', 'admin');
  return (
    <nav aria-label={t('title')} className={css.tabs}>
      {places
        .filter((place) => finance || forEverybody.has(place))
        .map((place) => (
          <Link
            key={place}
            to={place as never}
            className={css.tab}
            activeOptions={{ exact: place === '/money', includeSearch: false }}
          >
            {t(`place.${place.slice(1).replaceAll('/', '-')}`)}
          </Link>
        ))}
    </nav>
  );
}
