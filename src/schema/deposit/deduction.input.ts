import { IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { DeductionReason } from '../../domain/deposit/deposit-kind.js';
import { MoneyInput } from '../money/money.input.js';
import { TextField } from '../text-field.js';
import { DeductionReasonEnum } from './deduction-reason.enum.js';

/** What is kept back. */
@InputType({ description: 'What is kept back of a deposit.' })
export class DeductionInput {
  @Field(() => DeductionReasonEnum, { description: 'Why.' })
  reason!: DeductionReason;

  @Field(() => MoneyInput, { description: 'How much: above zero.' })
  amount!: MoneyInput;

  @IsOptional()
  @TextField({ max: 200, nullable: true, description: 'In words; the payer reads them.' })
  note?: string | null;
}
