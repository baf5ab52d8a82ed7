import { Field, ObjectType } from 'type-graphql';
import type { DeductionReason } from '../../domain/deposit/deposit-kind.js';
import { DeductionReasonEnum } from './deduction-reason.enum.js';

/** What is kept back of a deposit; the amount is a field of the resolver. */
@ObjectType('DepositDeduction', { simpleResolvers: true, description: 'What is kept back of a deposit (R-DEP-05).' })
export class DepositDeductionType {
  @Field(() => DeductionReasonEnum, { description: 'Why.' })
  reason!: DeductionReason;

  @Field(() => String, { nullable: true, description: 'In words, as the payer reads it.' })
  note!: string | null;
}
