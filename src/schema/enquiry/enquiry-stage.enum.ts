import { registerEnumType } from 'type-graphql';
import { ENQUIRY_STAGES } from '../../domain/enquiry/enquiry-life.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of EnquiryStage. */
export const EnquiryStageEnum = enumOf(ENQUIRY_STAGES);

registerEnumType(EnquiryStageEnum, {
  name: 'EnquiryStage',
  description: 'The stages of an enquiry.',
  valuesConfig: {
    RECORDED: { description: 'Taken down; nobody has answered it yet.' },
    WITH_DEPARTMENT: { description: 'Passed on to a department or a person (R-DSP-09).' },
    ANSWERED: { description: 'Answered (R-REC-11).' },
    DECLINED: { description: 'Outside the scope of service, and explained so (R-DSP-12).' },
    CANCELLED: { description: 'Taken back.' },
  },
});
