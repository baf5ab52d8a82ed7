import { registerEnumType } from 'type-graphql';
import { CONSENT_MODES, QUOTATION_STATES } from '../../domain/quotation/consent.js';
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

/** The GraphQL enum of ConsentMode. */
export const ConsentModeEnum = enumOf(CONSENT_MODES);
registerEnumType(ConsentModeEnum, {
  name: 'ConsentMode',
  description: 'How the customer has answered a quotation (R-DSP-13).',
  valuesConfig: {
    APP: { description: 'The resident, in the app.' },
    SIGNED: { description: 'By signature, drawn or on paper; an attachment of the order shows it.' },
    BY_WORD: { description: 'By word, as on the telephone; somebody who does not work on it says who gave it.' },
  },
});
