import { registerEnumType } from 'type-graphql';
import { CHARGE_SOURCES } from '../../domain/charge/charge-source.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of where charges come from. */
export const ChargeSourceEnum = enumOf(CHARGE_SOURCES);
registerEnumType(ChargeSourceEnum, {
  name: 'ChargeSource',
  description: 'Where a charge comes from.',
  valuesConfig: {
    RAISED: { description: 'Somebody has raised it.' },
    LATE_PAYMENT: { description: 'For paying another charge late, which `origin` is (D-22).' },
    BILL_RUN: { description: 'Of a bill run, by a tariff.' },
    OPENING: { description: 'It was open before the books began here (期初欠费).' },
    TRANSFERRED: { description: 'Taken over from another payer; `origin` is that charge.' },
  },
});
