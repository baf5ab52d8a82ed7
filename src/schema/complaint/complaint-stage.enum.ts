import { registerEnumType } from 'type-graphql';
import { COMPLAINT_STAGES, type ComplaintStage } from '../../domain/complaint/complaint-stage.js';

/** The GraphQL enum of ComplaintStage. */
export const ComplaintStageEnum = Object.fromEntries(COMPLAINT_STAGES.map((value) => [value, value])) as {
  [V in ComplaintStage]: V;
};

registerEnumType(ComplaintStageEnum, {
  name: 'ComplaintStage',
  description: 'The stages of a complaint.',
  valuesConfig: {
    RECORDED: { description: 'Taken down and classed (R-CMP-01, R-CMP-05).' },
    WITH_DEPARTMENT: { description: 'A department has it in hand (R-CMP-05, R-CMP-09).' },
    RECTIFIED: { description: 'The department has put it right (R-CMP-10).' },
    DEPARTMENT_REPORTED: { description: 'The department has told the front desk (R-CMP-06).' },
    REPLIED: { description: 'The customer has the final answer (R-CMP-25).' },
    CALLED_BACK: { description: 'The customer was asked whether it is good (R-CBK-04).' },
    CLOSED: { description: 'Closed and filed (R-CMP-18).' },
    EXPLAINED: { description: 'Outside the company’s service, and explained so (R-DSP-12).' },
    CANCELLED: { description: 'Taken back before it was answered.' },
  },
});
