import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ReceiptKind } from '../../domain/receipt/receipt-kind.js';
import type { ReceiptState } from '../../domain/receipt/receipt-state.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { ReceiptKindEnum } from './receipt-kind.enum.js';
import { ReceiptStateEnum } from './receipt-state.enum.js';

/** Which vouchers. */
@InputType('ReceiptFilter', {
  description: 'Which vouchers; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class ReceiptFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ReceiptKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: ReceiptKind[] | null;

  @Field(() => [ReceiptStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: ReceiptState[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this book.' })
  bookId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For what this customer has paid.' })
  payerId?: string | null;

  @IsOptional()
  @TextField({ max: 32, nullable: true, description: 'With this number, as printed.' })
  number?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Written at this instant or later.' })
  issuedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Written before this instant.' })
  issuedBefore?: Date | null;
}
