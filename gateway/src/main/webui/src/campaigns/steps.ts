import type { Track } from './collaborationApi';

/** What a step asks for, in the order of its form. */
export type StepField =
  | 'brief'
  | 'product'
  | 'shippingCost'
  | 'carrier'
  | 'trackingNumber'
  | 'address'
  | 'url'
  | 'text'
  | 'publishedAt'
  | 'publishAt'
  | 'fee'
  | 'publishBy'
  | 'checklist'
  | 'comment'
  | 'reason';

export interface StepSpec {
  fields: readonly StepField[];
  /** Fields that may be left empty. */
  optional?: readonly StepField[];
  /** Where it leads, per track; a step without one leads out of the normal way. */
  to?: Partial<Record<Track, string>>;
  /** Ends the collaboration, or says that something went wrong. */
  danger?: boolean;
  /** Stands as a button of its own on the page. */
  main?: boolean;
}

const both = (state: string) => ({ GIFT: state, PAID: state });

/** The steps of both tracks. Which of them are legal now, the service says with each collaboration. */
export const steps: Record<string, StepSpec> = {
  qualify: {
    fields: ['reason'],
    optional: ['reason'],
    to: { GIFT: 'QUALIFIED' },
    main: true,
  },
  invite: { fields: ['brief', 'reason'], optional: ['reason'], to: { GIFT: 'INVITED' }, main: true },
  accept: { fields: ['address', 'reason'], to: { GIFT: 'ACCEPTED', PAID: 'AGREED' } },
  decline: { fields: ['reason'], danger: true },
  withdraw: { fields: ['reason'], danger: true },
  'prepare-shipment': { fields: ['product', 'shippingCost'], to: { GIFT: 'AWAITING_SHIPMENT' }, main: true },
  ship: {
    fields: ['carrier', 'trackingNumber', 'shippingCost'],
    optional: ['shippingCost'],
    to: { GIFT: 'SHIPPED' },
    main: true,
  },
  'confirm-delivery': { fields: ['reason'], to: { GIFT: 'DELIVERED' } },
  'report-lost': { fields: ['reason'], optional: ['reason'], danger: true },
  'report-returned': { fields: ['reason'], optional: ['reason'], danger: true },
  'submit-post': { fields: ['url', 'publishedAt', 'reason'], optional: ['publishedAt'], to: both('PUBLISHED') },
  escalate: { fields: ['brief', 'fee', 'publishBy', 'reason'], optional: ['publishBy', 'reason'], main: true },
  retain: { fields: ['reason'], optional: ['reason'], main: true },
  drop: { fields: ['reason'], optional: ['reason'], danger: true },
  'accept-counter': { fields: ['reason'], optional: ['reason'], to: { PAID: 'AGREED' }, main: true },
  offer: {
    fields: ['fee', 'publishBy', 'reason'],
    optional: ['publishBy', 'reason'],
    to: { PAID: 'OFFERED' },
    main: true,
  },
  counter: { fields: ['fee', 'publishBy', 'reason'], optional: ['publishBy'], to: { PAID: 'COUNTERED' } },
  'submit-script': { fields: ['url', 'text', 'reason'], optional: ['url', 'text'], to: { PAID: 'SCRIPT_REVIEW' } },
  'approve-script': { fields: ['reason'], optional: ['reason'], to: { PAID: 'DRAFT_REVIEW' }, main: true },
  'submit-draft': { fields: ['url', 'text', 'reason'], optional: ['url', 'text'], to: { PAID: 'DRAFT_REVIEW' } },
  'approve-draft': { fields: ['reason'], optional: ['reason'], to: { PAID: 'APPROVED' }, main: true },
  'request-revision': { fields: ['comment'], to: { PAID: 'REVISE' }, main: true },
  schedule: { fields: ['publishAt'], to: { PAID: 'SCHEDULED' }, main: true },
  verify: { fields: ['checklist', 'reason'], optional: ['reason'], to: { PAID: 'VERIFIED' }, main: true },
  complete: { fields: ['reason'], optional: ['reason'], to: { PAID: 'COMPLETED' }, main: true },
  cancel: { fields: ['reason'], danger: true },
  dispute: { fields: ['reason'], danger: true },
  resolve: { fields: ['reason'], main: true },
  'report-removed': { fields: ['reason'], danger: true },
  /** Beside the tracks: offered where a fee is shown as blocked. */
  'unblock-fee': { fields: ['reason'] },
};

/** The form of a step; a step that this program does not know yet asks only why. */
export function specOf(verb: string): StepSpec {
  return steps[verb] ?? { fields: ['reason'], optional: ['reason'] };
}

/** The fields to show: only a gift needs an address. */
export function fieldsOf(verb: string, track: Track): readonly StepField[] {
  const { fields } = specOf(verb);
  return track === 'PAID' ? fields.filter((field) => field !== 'address') : fields;
}

/** Whether the reason must be given: some rules demand it, and every step taken in the KOL's name does. */
export function mustExplain(verb: string, onBehalf: readonly string[]): boolean {
  const { fields, optional = [] } = specOf(verb);
  return onBehalf.includes(verb) || (fields.includes('reason') && !optional.includes('reason'));
}
