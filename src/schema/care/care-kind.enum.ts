import { registerEnumType } from 'type-graphql';
import { CARE_KINDS, type CareKind } from '../../domain/care/care-kind.js';

/** The GraphQL enum of CareKind. */
export const CareKindEnum = Object.fromEntries(CARE_KINDS.map((kind) => [kind, kind])) as { [K in CareKind]: K };

registerEnumType(CareKindEnum, {
  name: 'CareKind',
  description: 'Why a person or unit is looked after with special care (D-15).',
  valuesConfig: {
    ELDERLY_ALONE: { description: 'An elderly person who lives alone (独居老人). Personal: needs consent.' },
    DISABLED: { description: 'A disabled person (残障). Personal: needs consent.' },
    POWER_DEPENDENT: { description: 'Depends on electricity, for a device at home. Personal: needs consent.' },
    SPECIAL_DIFFICULTY: { description: 'Another special difficulty (特殊困难, R-DSP-15). Personal: needs consent.' },
    IMPORTANT_CUSTOMER: { description: 'An important customer (重要客户).' },
    KEY_SERVICE: { description: 'A key service that the customer wants (重点服务, R-ORG-34).' },
  },
});
