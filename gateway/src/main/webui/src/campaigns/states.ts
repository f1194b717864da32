import type { Tone } from '../shared/ui/StateTag';
import type { Track } from './collaborationApi';

/** The way a collaboration normally goes; these columns always stand on the board. */
export const paths: Record<Track, readonly string[]> = {
  GIFT: [
    'CANDIDATE',
    'QUALIFIED',
    'INVITED',
    'ACCEPTED',
    'AWAITING_SHIPMENT',
    'SHIPPED',
    'DELIVERED',
    'CONTENT_DUE',
    'PUBLISHED',
    'MEASURED',
  ],
  PAID: [
    'OFFERED',
    'COUNTERED',
    'AGREED',
    'SCRIPT_REVIEW',
    'REVISE',
    'DRAFT_REVIEW',
    'APPROVED',
    'SCHEDULED',
    'PUBLISHED',
    'VERIFIED',
    'MEASURED',
    'COMPLETED',
  ],
};

const tones: Record<string, Tone> = {
  // The brand's turn.
  QUALIFIED: 'active',
  ACCEPTED: 'active',
  AWAITING_SHIPMENT: 'active',
  COUNTERED: 'active',
  SCRIPT_REVIEW: 'active',
  DRAFT_REVIEW: 'active',
  MEASURED: 'active',
  // Somebody else's turn.
  INVITED: 'waiting',
  SHIPPED: 'waiting',
  CONTENT_DUE: 'waiting',
  OFFERED: 'waiting',
  AGREED: 'waiting',
  REVISE: 'waiting',
  DELIVERED: 'good',
  APPROVED: 'good',
  SCHEDULED: 'good',
  PUBLISHED: 'good',
  VERIFIED: 'good',
  COMPLETED: 'good',
  RETAINED_FREE: 'good',
  ESCALATED: 'good',
  DECLINED: 'bad',
  INVITE_EXPIRED: 'bad',
  OFFER_EXPIRED: 'bad',
  LOST_IN_TRANSIT: 'bad',
  RETURNED: 'bad',
  NO_CONTENT: 'bad',
  CANCELLED: 'bad',
  DISPUTED: 'bad',
  REMOVED: 'bad',
};

export function toneOf(state: string): Tone {
  return tones[state] ?? 'neutral';
}
