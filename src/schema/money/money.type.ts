import { Field, ObjectType } from 'type-graphql';
import type { Currency } from '../../domain/money/money.js';
import { Decimal } from '../scalars.js';
import { CurrencyCodeEnum } from './currency-code.enum.js';

/** An amount of money as clients see it. */
@ObjectType('Money', { simpleResolvers: true, description: 'An exact amount of money.' })
export class MoneyType {
  @Field(() => Decimal, { description: 'The amount, with two decimals.' })
  amount!: string;

  @Field(() => CurrencyCodeEnum, { description: 'Its currency.' })
  currency!: Currency;
}
