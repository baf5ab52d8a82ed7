import { registerEnumType } from 'type-graphql';
import { PAUSE_REASONS } from '../../domain/service-clock/pause-reason.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of PauseReason. */
export const PauseReasonEnum = enumOf(PAUSE_REASONS);

registerEnumType(PauseReasonEnum, {
  name: 'PauseReason',
  description: 'Why a service clock stands still; which reasons a clock takes depends on its milestone (D-05, D-27).',
  valuesConfig: {
    CUSTOMER_ABSENT: { description: 'The customer is away.' },
    NO_ACCESS: { description: 'Nobody lets us in.' },
    PARTS_AWAITED: { description: 'Parts are on their way.' },
    CONSENT_AWAITED: { description: 'The customer has not agreed to the price yet.' },
    WITH_DEVELOPER: { description: "It is the developer's part (保修); chasing it stays ours." },
    WITH_SUPPLIER: { description: 'A supplier has it in hand.' },
    AUTHORITY: { description: 'A public authority or utility forbids or has it in hand.' },
  },
});
