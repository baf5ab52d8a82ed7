import { Field, Int, ObjectType } from 'type-graphql';
import type { AgeingBucket } from '../../domain/collection/ageing.js';
import type { Currency } from '../../domain/money/money.js';
import { connectionOf } from '../connection.js';
import { CurrencyCodeEnum } from '../money/currency-code.enum.js';
import { LocalDate } from '../scalars.js';
import { AgeingBucketEnum } from './collection.enums.js';

/** A debtor as clients see it; amounts, places and people are fields of the resolver. */
@ObjectType('Arrears', {
  simpleResolvers: true,
  description: 'A payer with something overdue for a unit, in one currency (欠费, R-FEE-09).',
})
export class ArrearsType {
  @Field(() => CurrencyCodeEnum, { description: 'The currency.' })
  currency!: Currency;

  @Field(() => LocalDate, { description: 'The day that the answer is about.' })
  on!: string;

  @Field(() => LocalDate, { description: 'The deadline of the oldest charge that is open.' })
  oldestDueDay!: string;

  @Field(() => Int, { description: 'How many days it had passed.' })
  daysOverdue!: number;
}

/** What is open of one age; the amount is a field of the resolver. */
@ObjectType('AgeingShare', { simpleResolvers: true, description: 'What a debtor owes of one age.' })
export class AgeingShareType {
  @Field(() => AgeingBucketEnum, { description: 'The age.' })
  bucket!: AgeingBucket;

  @Field(() => Int, { description: 'Charges of this age with something open.' })
  charges!: number;
}

/** What is open on an estate, by age. */
@ObjectType('ArrearsAgeing', {
  simpleResolvers: true,
  description: 'What is open on an estate, in one currency, by age (账龄分析, M-FEE-05).',
})
export class ArrearsAgeingType {
  @Field(() => CurrencyCodeEnum, { description: 'The currency.' })
  currency!: Currency;

  @Field(() => LocalDate, { description: 'The day that the answer is about.' })
  on!: string;
}

/** What is open of one age on an estate. */
@ObjectType('AgeingTotal', { simpleResolvers: true, description: 'What is open of one age on an estate.' })
export class AgeingTotalType {
  @Field(() => AgeingBucketEnum, { description: 'The age.' })
  bucket!: AgeingBucket;
}

/** A page of debtors. */
export const ArrearsConnection = connectionOf('Arrears', () => ArrearsType);
