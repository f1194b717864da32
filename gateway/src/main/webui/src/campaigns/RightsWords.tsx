import { useTranslation } from 'react-i18next';
import type { Rights } from './api';

/** A licence in a sentence: channels, territory, term, and what else it allows. */
export function RightsWords({ rights }: { rights?: Rights | null }) {
  const { t, i18n } = useTranslation('campaigns');
  if (!rights) return t('rights.none');
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const places = rights.territory.map((code) => (code === 'WORLD' ? t('rights.world') : (regions.of(code) ?? code)));
  const channels = rights.channels.map((code) => t(`shared:platform.${code}`, { defaultValue: code }));
  return [
    channels.join(', '),
    places.join(', '),
    t('rights.days', { count: rights.termDays }),
    rights.paidAds ? t('rights.paidAds') : t('rights.noAds'),
    ...(rights.exclusive ? [t('rights.exclusive')] : []),
  ].join(' · ');
}
