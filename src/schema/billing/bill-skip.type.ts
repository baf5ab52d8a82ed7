import { Field, ObjectType } from 'type-graphql';
import type { SkipReason } from '../../domain/billing/bill-unit.js';
import { LocalDate } from '../scalars.js';
import { SkipReasonEnum } from './billing.enums.js';

/** That a unit was not charged; the unit is a field of the resolver. */
@ObjectType('BillSkip', {
  simpleResolvers: true,
  description: 'That a run has not charged a unit by a tariff for a month, and why.',
})
export class BillSkipType {
  @Field(() => String, { description: 'The tariff.' })
  tariffCode!: string;

  @Field(() => LocalDate, { description: 'First day of the month.' })
  month!: string;

  @Field(() => SkipReasonEnum, { description: 'Why.' })
  reason!: SkipReason;
}
