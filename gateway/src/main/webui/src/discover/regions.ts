import { useTranslation } from 'react-i18next';

/** The reader's name for a country code; files also hold names and other words, which stay as they are. */
export function useRegionName(): (code: string | null | undefined) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' });
  return (code) => (code ? (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code) : '–');
}
