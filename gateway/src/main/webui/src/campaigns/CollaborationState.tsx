import { useTranslation } from 'react-i18next';
import { StateTag } from '../shared/ui/StateTag';
import { toneOf } from './states';

export function CollaborationState({ state }: { state: string }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  return <StateTag tone={toneOf(state)}>{t(`state.${state}`, { defaultValue: state })}</StateTag>;
}
