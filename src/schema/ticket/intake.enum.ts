import { registerEnumType } from 'type-graphql';
import { INTAKES, type Intake } from '../../domain/ticket/intake.js';

/** The GraphQL enum of Intake. */
export const IntakeEnum = Object.fromEntries(INTAKES.map((value) => [value, value])) as { [V in Intake]: V };

registerEnumType(IntakeEnum, {
  name: 'Intake',
  description: 'Who took a report down (D-08).',
  valuesConfig: {
    DESK: { description: 'The front desk, or who serves customers beside it.' },
    CONTROL_ROOM: { description: 'The control room, to which reports are switched at night (R-RPR-06).' },
    STAFF: { description: 'Other staff, reporting what they met (R-RPR-04).' },
    RESIDENT: { description: 'The resident, in the app.' },
    INTEGRATION: { description: 'Another system.' },
  },
});
