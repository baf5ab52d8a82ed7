import { registerEnumType } from 'type-graphql';
import { REPORT_VERDICTS } from '../../domain/corrective-action/report-verdict.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReportVerdict. */
export const CorrectiveActionVerdictEnum = enumOf(REPORT_VERDICTS);

registerEnumType(CorrectiveActionVerdictEnum, {
  name: 'CorrectiveActionVerdict',
  description: 'What somebody else found of a report that an action is done (R-ORG-25).',
  valuesConfig: {
    HELD: { description: 'What was done holds.' },
    REOPENED: { description: 'It does not hold, or holds no longer, and is to be done again.' },
  },
});
