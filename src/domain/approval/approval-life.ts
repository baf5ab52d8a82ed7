import { ruleRefused } from '../errors.js';

/** Where an approval stands. */
export const APPROVAL_STATES = ['IN_REVIEW', 'IN_APPROVAL', 'SENT_BACK', 'APPROVED', 'WITHDRAWN'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];
/** A state in which somebody else than the preparer has to act. */
export type AwaitingState = Extract<ApprovalState, 'IN_REVIEW' | 'IN_APPROVAL'>;

/** What is done to an approval. */
export type ApprovalVerb = 'review' | 'grant' | 'sendBack' | 'resubmit' | 'withdraw';

const TAKEN_IN: Readonly<Record<ApprovalVerb, readonly ApprovalState[]>> = {
  review: ['IN_REVIEW'],
  grant: ['IN_APPROVAL'],
  sendBack: ['IN_REVIEW', 'IN_APPROVAL'],
  resubmit: ['SENT_BACK'],
  withdraw: ['IN_REVIEW', 'IN_APPROVAL', 'SENT_BACK'],
};

/**
 * Lets a verb pass that the state takes. What is sent back goes to the preparer, who submits it again or withdraws it.
 * @rule Q-18
 * @throws RULE_REFUSED Q-18 with the state and the verbs that it takes
 */
export function assertTakes(state: ApprovalState, verb: ApprovalVerb): void {
  if (TAKEN_IN[verb].includes(state)) return;
  const allowed = (Object.keys(TAKEN_IN) as ApprovalVerb[]).filter((each) => TAKEN_IN[each].includes(state));
  throw ruleRefused('Q-18', `An approval that is ${state} does not take this step.`, { state, verb, allowed });
}
