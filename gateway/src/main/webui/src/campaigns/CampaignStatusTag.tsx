import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import type { CampaignStatus } from './api';

const tones: Record<CampaignStatus, Tone> = { DRAFT: 'neutral', RUNNING: 'active', CLOSED: 'good', CANCELLED: 'bad' };

export const statuses = Object.keys(tones) as CampaignStatus[];

export function CampaignStatusTag({ status }: { status: CampaignStatus }) {
  const { t } = useTranslation('campaigns');
  return <StateTag tone={tones[status]}>{t(`status.${status}`)}</StateTag>;
}
