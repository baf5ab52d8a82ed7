import { registerEnumType } from 'type-graphql';
import { UNDELIVERABLE_REASONS } from '../../domain/survey/undeliverable.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of UndeliverableReason. */
export const UndeliverableReasonEnum = enumOf(UNDELIVERABLE_REASONS);

registerEnumType(UndeliverableReasonEnum, {
  name: 'UndeliverableReason',
  description: 'Why a form did not reach its household.',
  valuesConfig: {
    NOBODY_THERE: { description: 'Nobody was there.' },
    MOVED_AWAY: { description: 'The household has moved away.' },
    WRONG_ADDRESS: { description: 'The address or number is wrong.' },
    REFUSED: { description: 'The household would not take it.' },
    OTHER: { description: 'Something else.' },
  },
});
