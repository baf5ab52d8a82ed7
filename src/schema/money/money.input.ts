import { Field, InputType } from 'type-graphql';
import type { Currency } from '../../domain/money/money.js';
import { Decimal } from '../scalars.js';
import { CurrencyCodeEnum } from './currency-code.enum.js';

/** An amount of money as clients say it. */
@InputType('MoneyInput', { description: 'An exact amount of money, not below zero.' })
export class MoneyInput {
  @Field(() => Decimal, { description: 'The amount, with at most two decimals.' })
  amount!: string;

  @Field(() => CurrencyCodeEnum, { description: 'Its currency.' })
  currency!: Currency;
}
