import { Field, Int, ObjectType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { Currency } from '../../domain/money/money.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { PaymentMethodEnum } from '../ledger/payment-method.enum.js';
import { CurrencyCodeEnum } from '../money/currency-code.enum.js';
import { LocalDate } from '../scalars.js';

/** Figures of collection as clients see them; amounts, shares, households, places and people are fields of the resolver. */
@ObjectType('CollectionFigure', {
  simpleResolvers: true,
  description:
    'What was charged for months and is due, and what payments have settled of the same charges (收缴率, M-FEE-01 to M-FEE-03).',
})
export class CollectionFigureType {
  @Field(() => LocalDate, { nullable: true, description: 'The month, where months are told apart.' })
  month!: string | null;

  @Field(() => ChargeKindEnum, { nullable: true, description: 'The kind, where kinds are told apart.' })
  kind!: ChargeKind | null;

  @Field(() => CurrencyCodeEnum, { description: 'The currency.' })
  currency!: Currency;
}

/** What came in by one method; amounts and the estate are fields of the resolver. */
@ObjectType('IncomeFigure', {
  simpleResolvers: true,
  description: 'What came in on an estate by one method; what was taken back is not in it (M-FEE-08).',
})
export class IncomeFigureType {
  @Field(() => PaymentMethodEnum, { description: 'How it came.' })
  method!: PaymentMethod;

  @Field(() => CurrencyCodeEnum, { description: 'The currency.' })
  currency!: Currency;

  @Field(() => Int, { description: 'Payments.' })
  payments!: number;
}
