import { registerEnumType } from 'type-graphql';
import { CHECK_STATES } from '../../domain/repair/spot-check.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of CheckState. */
export const CheckStateEnum = enumOf(CHECK_STATES);

registerEnumType(CheckStateEnum, {
  name: 'RepairCheckState',
  description: 'How a spot-check of a repair stands (R-RPR-19).',
  valuesConfig: {
    OPEN: { description: 'Drawn, and not looked at yet.' },
    PASSED: { description: 'Complete, accurate, and somebody came as required.' },
    FAULTY: { description: 'With a fault.' },
  },
});
