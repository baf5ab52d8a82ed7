import { registerEnumType } from 'type-graphql';
import { PRICE_KINDS } from '../../domain/price/price.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of PriceKind. */
export const PriceKindEnum = enumOf(PRICE_KINDS);
registerEnumType(PriceKindEnum, {
  name: 'PriceKind',
  description: 'What a price is for (R-DSP-13).',
  valuesConfig: { LABOUR: { description: 'Work (人工).' }, PART: { description: 'A part or material (材料).' } },
});
