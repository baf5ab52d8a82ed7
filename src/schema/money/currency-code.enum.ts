import { registerEnumType } from 'type-graphql';
import { CURRENCIES } from '../../domain/money/money.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of Currency. */
export const CurrencyCodeEnum = enumOf(CURRENCIES);
registerEnumType(CurrencyCodeEnum, {
  name: 'CurrencyCode',
  description: 'A currency, ISO 4217; all with two decimals.',
  valuesConfig: {
    CNY: { description: 'Renminbi.' },
    HKD: { description: 'Hong Kong dollar.' },
    MOP: { description: 'Macao pataca.' },
    TWD: { description: 'New Taiwan dollar.' },
    SGD: { description: 'Singapore dollar.' },
    USD: { description: 'United States dollar.' },
  },
});
