import { registerEnumType } from 'type-graphql';

/** The GraphQL enum of what was done to an approval. */
export const ApprovalVerdictEnum = {
  SUBMITTED: 'SUBMITTED',
  REVIEWED: 'REVIEWED',
  APPROVED: 'APPROVED',
  SENT_BACK: 'SENT_BACK',
  WITHDRAWN: 'WITHDRAWN',
} as const;

registerEnumType(ApprovalVerdictEnum, {
  name: 'ApprovalVerdict',
  description: 'What somebody did to an approval.',
  valuesConfig: {
    SUBMITTED: { description: 'Prepared and submitted it, for the first time or again.' },
    REVIEWED: { description: 'Reviewed it and passed it on.' },
    APPROVED: { description: 'Approved it.' },
    SENT_BACK: { description: 'Sent it back with a reason (Q-18).' },
    WITHDRAWN: { description: 'Took it back.' },
  },
});
