import { registerEnumType } from 'type-graphql';
import { QUOTATION_STATES } from '../../domain/quotation/consent.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of QuotationState. */
export const QuotationStateEnum = enumOf(QUOTATION_STATES);
registerEnumType(QuotationStateEnum, {
  name: 'QuotationState',
  description: 'How a quotation stands (R-DSP-13).',
  valuesConfig: {
    OFFERED: { description: 'The customer has not answered.' },
    ACCEPTED: { description: 'The customer has agreed: work may start.' },
    DECLINED: { description: 'The customer does not want it.' },
    SUPERSEDED: { description: 'Another one, or another decision about who pays, has taken its place.' },
  },
});
