import { registerEnumType } from 'type-graphql';
import { HANDOVER_STATES } from '../../domain/handover/handover-state.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of HandoverState. */
export const HandoverStateEnum = enumOf(HANDOVER_STATES);
registerEnumType(HandoverStateEnum, {
  name: 'HandoverState',
  description: 'How far the money of a shift has come.',
  valuesConfig: {
    FILLED: { description: 'The cashier has counted and filled the sheet in (R-CSH-01).' },
    BANKED: {
      description: 'Banked directly, because the treasurer was out; the handover is to be made up (R-CSH-02).',
    },
    HANDED_OVER: { description: 'The treasurer has the whole sum.' },
    RECONCILED: { description: 'The accountant has compared it with vouchers and books (R-CSH-03).' },
  },
});
