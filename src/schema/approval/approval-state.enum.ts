import { registerEnumType } from 'type-graphql';
import { APPROVAL_STATES, type ApprovalState } from '../../domain/approval/approval-life.js';

/** The GraphQL enum of ApprovalState. */
export const ApprovalStateEnum = Object.fromEntries(APPROVAL_STATES.map((value) => [value, value])) as {
  [V in ApprovalState]: V;
};

registerEnumType(ApprovalStateEnum, {
  name: 'ApprovalState',
  description: 'Where an approval stands.',
  valuesConfig: {
    IN_REVIEW: { description: 'Waits for the review (审核).' },
    IN_APPROVAL: { description: 'Waits for the approval (审批).' },
    SENT_BACK: { description: 'Is back with who prepared it, with a reason (Q-18).' },
    APPROVED: { description: 'Is approved and carried out.' },
    WITHDRAWN: { description: 'Was taken back by who prepared it.' },
  },
});
