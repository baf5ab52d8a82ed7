import { registerEnumType } from 'type-graphql';
import { REPAIR_STAGES, type RepairStage } from '../../domain/ticket/repair-stage.js';

/** The GraphQL enum of RepairStage. */
export const RepairStageEnum = Object.fromEntries(REPAIR_STAGES.map((value) => [value, value])) as {
  [V in RepairStage]: V;
};

registerEnumType(RepairStageEnum, {
  name: 'RepairStage',
  description: 'The stages of a repair order.',
  valuesConfig: {
    REPORTED: { description: 'Taken down by desk, control room or resident (R-RPR-03).' },
    FORWARDED: { description: 'Passed on to Engineering (R-RPR-05).' },
    ACCEPTED: { description: 'Taken on by a technician (接单).' },
    SCHEDULED: { description: 'Another time is agreed with the customer (R-RPR-10).' },
    ON_SITE: { description: 'Work has started on site (开工).' },
    COMPLETED: { description: 'The work is done.' },
    CARRIED_OVER: { description: 'Left unfinished, to be continued (R-RPR-16).' },
    SIGNED: { description: 'Signed by the customer, or by the head for a common area (R-RPR-11, R-RPR-12).' },
    RETURNED: { description: 'Back at the front desk (R-RPR-12).' },
    CALLED_BACK: { description: 'The customer has been called back (R-RPR-13).' },
    CLOSED: { description: 'Filed.' },
    DECLINED: { description: 'Outside the scope of service (R-DSP-12).' },
    CANCELLED: { description: 'Called off while nobody worked on site.' },
  },
});
