import type { ApprovalSubjectKind } from '../approval/approval-route.js';
import type { EntryKind } from './entry-kind.js';

/** What changes an account by approval only. */
export const PROPOSED_CHANGES = [
  'INCREASE',
  'REDUCTION',
  'WAIVER',
  'WRITE_OFF',
  'REFUND',
] as const satisfies readonly EntryKind[];
export type ProposedChange = (typeof PROPOSED_CHANGES)[number];

/** By which route a change is approved: what gives a claim up for good goes higher, money leaves on the accountant's notice. */
export const ROUTE_OF_CHANGE = {
  INCREASE: 'FEE_CHANGE',
  REDUCTION: 'FEE_CHANGE',
  WAIVER: 'FEE_CHANGE',
  WRITE_OFF: 'FEE_WRITE_OFF',
  REFUND: 'FEE_REFUND',
} as const satisfies Readonly<Record<ProposedChange, ApprovalSubjectKind>>;
