import { ArgsType, Field, ID } from 'type-graphql';
import type { Currency } from '../../domain/money/money.js';
import { CurrencyCodeEnum } from '../money/currency-code.enum.js';
import { LocalDate } from '../scalars.js';

/** Whose statement, and over which days. */
@ArgsType()
export class AccountStatementArgs {
  @Field(() => ID, { nullable: true, description: 'Of this payer, over all units unless one is named.' })
  payerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this unit, over all its payers unless one is named.' })
  unitId?: string | null;

  @Field(() => LocalDate, { description: 'The first day of the books.' })
  fromDay!: string;

  @Field(() => LocalDate, { description: 'The first day of the books that it no longer covers.' })
  untilDay!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Only what was recorded by the end of this day; all where nothing is said.',
  })
  asKnownOn?: string | null;

  @Field(() => CurrencyCodeEnum, {
    nullable: true,
    description: 'In this currency; that of the accounts now where nothing is said (D-21).',
  })
  currency?: Currency | null;
}
