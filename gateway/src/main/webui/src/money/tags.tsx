import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../shared/ui/StateTag';

const partTones: Record<string, Tone> = {
  PLANNED: 'neutral',
  DUE: 'waiting',
  REQUESTED: 'waiting',
  APPROVED: 'active',
  SENT: 'active',
  PAID: 'good',
  REJECTED: 'bad',
  RETURNED: 'bad',
  VOIDED: 'neutral',
};

const payoutTones: Record<string, Tone> = {
  QUEUED: 'waiting',
  BATCHED: 'active',
  SENT: 'active',
  SETTLED: 'good',
  RETURNED: 'bad',
  UNKNOWN: 'bad',
};

export function PartState({ state }: { state: string }) {
  const { t } = useTranslation('money');
  return <StateTag tone={partTones[state] ?? 'neutral'}>{t(`partState.${state}`, { defaultValue: state })}</StateTag>;
}

export function PayoutState({ state }: { state: string }) {
  const { t } = useTranslation('money');
  return (
    <StateTag tone={payoutTones[state] ?? 'neutral'}>{t(`payoutState.${state}`, { defaultValue: state })}</StateTag>
  );
}

/** Whether money may go to these bank details. */
export function BankState({ state }: { state: string }) {
  const { t } = useTranslation('money');
  const tone = state === 'USABLE' ? 'good' : state === 'MISSING' ? 'neutral' : 'waiting';
  return <StateTag tone={tone}>{t(`bankState.${state}`, { defaultValue: state })}</StateTag>;
}
