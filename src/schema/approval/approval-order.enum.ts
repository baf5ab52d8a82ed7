import { registerEnumType } from 'type-graphql';

/** The orders in which approvals are listed. */
export const ApprovalOrderEnum = {
  PREPARED_AT_ASC: 'PREPARED_AT_ASC',
  PREPARED_AT_DESC: 'PREPARED_AT_DESC',
} as const;

registerEnumType(ApprovalOrderEnum, {
  name: 'ApprovalOrder',
  description: 'In which order approvals are listed.',
  valuesConfig: {
    PREPARED_AT_ASC: { description: 'What has waited longest first.' },
    PREPARED_AT_DESC: { description: 'Latest first.' },
  },
});
