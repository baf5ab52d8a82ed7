/** On what ground somebody's data are asked to be erased. @rule R-ARC-08 */
export const ERASURE_GROUNDS = [
  'REQUEST_OF_PERSON',
  'CONSENT_WITHDRAWN',
  'PURPOSE_FULFILLED',
  'UNLAWFUL_COLLECTION',
  'ORDER_OF_AUTHORITY',
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Why an erasure is refused. */
export const ERASURE_REFUSALS = ['LEGAL_RETENTION', 'OPEN_MATTERS', 'CLAIM_PENDING', 'IDENTITY_NOT_PROVEN'] as const;
export type ErasureRefusal = (typeof ERASURE_REFUSALS)[number];

/** How far a request to erase has come. */
export const ERASURE_STATES = ['REQUESTED', 'ERASED', 'REFUSED', 'WITHDRAWN'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** What stands against an erasure while it lasts. */
export const ERASURE_OBSTACLES = ['OPEN_TICKETS', 'CURRENT_OCCUPANCY', 'OPEN_ACCOUNT'] as const;
export type ErasureObstacle = (typeof ERASURE_OBSTACLES)[number];

/** What still goes on with a customer. */
export interface OpenMatters {
  /** Tickets that are neither closed nor cancelled. */
  readonly openTickets: number;
  /** Occupancies that have not ended on the estate's present day. */
  readonly occupancies: number;
  /** Charges with something open, and payments with something left. */
  readonly openLines: number;
}

/** What stands against erasing a customer now; nothing where the list is empty. @rule Q-24 */
export const obstaclesTo = ({ openTickets, occupancies, openLines }: OpenMatters): readonly ErasureObstacle[] => [
  ...(openTickets > 0 ? (['OPEN_TICKETS'] as const) : []),
  ...(occupancies > 0 ? (['CURRENT_OCCUPANCY'] as const) : []),
  ...(openLines > 0 ? (['OPEN_ACCOUNT'] as const) : []),
];

/** What stands where a name or a text was that had to go. */
export const ERASED_TEXT = '已清除';

/** Shortest telephone number, in characters, that is looked for in what others have written. */
const TELLING_PHONE = 7;

/** Whether a telephone number is long enough to mean one person where it stands in a text. */
export const isTelling = (phone: string | null): phone is string => phone !== null && phone.length >= TELLING_PHONE;
