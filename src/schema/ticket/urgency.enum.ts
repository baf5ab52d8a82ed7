import { registerEnumType } from 'type-graphql';
import { URGENCIES, type Urgency } from '../../domain/ticket/urgency.js';

/** The GraphQL enum of Urgency. */
export const UrgencyEnum = Object.fromEntries(URGENCIES.map((value) => [value, value])) as { [V in Urgency]: V };

registerEnumType(UrgencyEnum, {
  name: 'Urgency',
  description: 'How pressing a repair is.',
  valuesConfig: {
    ORDINARY: { description: 'On site within 15 minutes of acceptance (R-RPR-07).' },
    EMERGENCY: { description: 'Emergency repair (急迫抢修): on site within 10 minutes of acceptance (R-RPR-08).' },
  },
});
