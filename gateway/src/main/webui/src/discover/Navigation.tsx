import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import css from '../shared/ui/Tabs.module.css';

const places = ['/discover', '/discover/lists', '/discover/agencies', '/discover/imports'] as const;

/** The parts of Discover. */
export function Navigation() {
  const { t } = useTranslation('discover');
  return (
    <nav aria-label={t('title')} className={css.tabs}>
      {places.map((place) => (
        <Link
          key={place}
          to={place as never}
          className={css.tab}
          activeOptions={{ exact: place === '/discover', includeSearch: false }}
        >
          {t(`place.${place.slice(1).replaceAll('/', '-')}`)}
        </Link>
      ))}
    </nav>
  );
}
