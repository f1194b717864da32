import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import css from '../shared/ui/Tabs.module.css';

const places = ['/results', '/results/uplift', '/results/orders', '/results/import'] as const;

/** The parts of Results. Who only reads sees no imports. */
export function Navigation() {
  const { t } = useTranslation('results');
  const mayImport = useRole('brand-manager', 'admin');
  return (
    <nav aria-label={t('title')} className={css.tabs}>
      {places
        .filter((place) => mayImport || place !== '/results/import')
        .map((place) => (
          <Link
            key={place}
            to={place as never}
            className={css.tab}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {t(`place.${place.slice(1).replaceAll('/', '-')}`)}
          </Link>
        ))}
    </nav>
  );
}
