import type { Action } from '../identity/action.js';
import type { AwaitingState } from './approval-life.js';

/** What approvals are about. A desk that brings a new subject adds its kind here and its route below. */
export const APPROVAL_SUBJECT_KINDS = [
  'POLICY_CHANGE',
  'CLOCK_PAUSE',
  'FEE_CHANGE',
  'FEE_WRITE_OFF',
  'FEE_REFUND',
  'LAWYER_LETTERS',
  'DEBTOR_LIST',
] as const;
export type ApprovalSubjectKind = (typeof APPROVAL_SUBJECT_KINDS)[number];

/** The action that each step of a route needs, on the subject's estate, or on all of the company for the company's own. */
type ApprovalRoute = Readonly<{ IN_APPROVAL: Action } & { IN_REVIEW?: Action }>;

/** Routes by kind: of an estate's matter, and of the company's own (domain section 2.3). */
const ROUTES: Readonly<
  Record<ApprovalSubjectKind, { readonly estate: ApprovalRoute; readonly company: ApprovalRoute }>
> = {
  // The quality department supervises the centres (R-ORG-06), company leaders direct them (R-ORG-01).
  POLICY_CHANGE: {
    estate: { IN_REVIEW: 'policy.review', IN_APPROVAL: 'policy.approve' },
    company: { IN_APPROVAL: 'policy.approve' },
  },
  // Beyond the cap of D-05 whoever leads the estate answers for a customer's wait; head office sees it (D-27).
  CLOCK_PAUSE: { estate: { IN_APPROVAL: 'clock.approve' }, company: { IN_APPROVAL: 'clock.approve' } },
  // Whoever leads the estate lets a payer off; a claim is given up by the company; money leaves on the accountant's notice
  // (R-CSH-08).
  FEE_CHANGE: { estate: { IN_APPROVAL: 'fee.approve' }, company: { IN_APPROVAL: 'fee.approve' } },
  FEE_WRITE_OFF: { estate: { IN_APPROVAL: 'fee.writeOff' }, company: { IN_APPROVAL: 'fee.writeOff' } },
  // Related departments and leaders of the company (R-DUN-10).
  LAWYER_LETTERS: {
    estate: { IN_REVIEW: 'dunning.review', IN_APPROVAL: 'dunning.approve' },
    company: { IN_APPROVAL: 'dunning.approve' },
  },
  // The estate manager answers for what hangs in the lobby (Q-20, R-ORG-74).
  DEBTOR_LIST: { estate: { IN_APPROVAL: 'dunning.publish' }, company: { IN_APPROVAL: 'dunning.approve' } },
  FEE_REFUND: { estate: { IN_APPROVAL: 'fee.refund' }, company: { IN_APPROVAL: 'fee.refund' } },
};

/** The step in which an approval begins: review where the route has one. */
export function firstStep(kind: ApprovalSubjectKind, estateId: string | null): AwaitingState {
  return routeOf(kind, estateId).IN_REVIEW === undefined ? 'IN_APPROVAL' : 'IN_REVIEW';
}

/** The action that a step waits for. */
export function actionOfStep(kind: ApprovalSubjectKind, estateId: string | null, step: AwaitingState): Action {
  const route = routeOf(kind, estateId);
  return (step === 'IN_REVIEW' ? route.IN_REVIEW : undefined) ?? route.IN_APPROVAL;
}

/** The kinds of which somebody with the action decides a step, and therefore sees the approvals. */
export const kindsDecidedWith = (action: Action): readonly ApprovalSubjectKind[] =>
  APPROVAL_SUBJECT_KINDS.filter((kind) =>
    Object.values(ROUTES[kind]).some((route) => Object.values(route).includes(action)),
  );

const routeOf = (kind: ApprovalSubjectKind, estateId: string | null): ApprovalRoute =>
  ROUTES[kind][estateId === null ? 'company' : 'estate'];
