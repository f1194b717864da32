import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Objective, OtherMarketing, Plan } from './api';
import { formatTarget } from './objectives';

/** A plan's fields as words, for the comparison of two versions. */
export function usePlanWords(currency: string) {
  const { t, i18n } = useTranslation('campaigns');
  const label = (field: keyof Plan & string): ReactNode => t(`plan.${field}`);
  const show = (field: keyof Plan & string, value: unknown): ReactNode => {
    switch (field) {
      case 'objectives':
        return list(
          (value as Objective[]).map(
            (one) => `${t(`metric.${one.metric}`)}: ${formatTarget(one.target, one.metric, currency, i18n.language)}`,
          ),
        );
      case 'runsBeside':
        return list((value as OtherMarketing[]).map((one) => `${one.name} (${one.channel})`));
      case 'platforms':
        return list((value as string[]).map((code) => t(`shared:platform.${code}`, { defaultValue: code })));
      default:
        return Array.isArray(value) ? list(value.map(String)) : String(value ?? '–');
    }
  };
  return { label, show };
}

function list(parts: string[]): string {
  return parts.length > 0 ? parts.join(' · ') : '–';
}
