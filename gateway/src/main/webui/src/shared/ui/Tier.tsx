import { useTranslation } from 'react-i18next';

/** Names tiers in the reader's language; a tier that an organisation made up shows its own code. */
export function useTierName(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => t(`tier.${code}`, { defaultValue: code });
}
