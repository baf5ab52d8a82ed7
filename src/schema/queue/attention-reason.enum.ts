import { registerEnumType } from 'type-graphql';
import { ATTENTION_REASONS } from '../../domain/queue/attention-reason.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of AttentionReason. */
export const AttentionReasonEnum = enumOf(ATTENTION_REASONS);

registerEnumType(AttentionReasonEnum, {
  name: 'AttentionReason',
  description: 'Why something needs attention now, the gravest first (D-26).',
  valuesConfig: {
    MAJOR_COMPLAINT: { description: 'A major complaint is open.' },
    UNASSIGNED: { description: 'A limit of its policy has passed and nobody is in charge of it.' },
    LIMIT_PASSED: { description: 'A limit has passed, and what it waited for has not come.' },
    LIMIT_NEAR: { description: 'Four fifths of a limit have passed.' },
    REOPENED: { description: 'It was answered once and is open again (R-CMP-24).' },
    REPAIR_LONG_OPEN: { description: 'A repair is open for over three days (D-26).' },
    OBLIGATION_MISSED: { description: 'What is owed was not done in time and is owed still.' },
    APPROVAL_WAITING: { description: 'An approval that the viewer sees waits for over two days.' },
    SILENT_ESTATE: { description: 'An estate has entered nothing for two days (D-25).' },
  },
});
