import { registerEnumType } from 'type-graphql';
import { RESPONSIBILITIES } from '../../domain/ticket/responsibility.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of Responsibility. */
export const ResponsibilityEnum = enumOf(RESPONSIBILITIES);
registerEnumType(ResponsibilityEnum, {
  name: 'Responsibility',
  description: 'Who answers and pays for a repair (D-05).',
  valuesConfig: {
    COMPANY: { description: 'The property company, out of the management fee.' },
    OWNER_PAYS: { description: 'The owner or tenant: chargeable work (有偿维修, R-DSP-13).' },
    DEVELOPER_WARRANTY: { description: "The developer's warranty (保修)." },
    SUPPLIER: { description: 'The supplier or contractor of the installation.' },
    MAINTENANCE_FUND: { description: 'The maintenance fund (维修资金).' },
  },
});
