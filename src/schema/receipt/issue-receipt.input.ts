import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';

/** A voucher on paper. */
@InputType({ description: 'A voucher on the next sheet of the own book, over the whole payment or deposit.' })
export class IssueReceiptInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'The payment; or name the deposit.' })
  paymentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The deposit, for a receipt (R-CSH-07); or name the payment.' })
  depositId?: string | null;

  @Field(() => ID, { description: 'The book, drawn by who issues.' })
  bookId!: string;

  @IsOptional()
  @TextField({
    max: 32,
    nullable: true,
    description: 'The number on the paper in hand: refused when another sheet of the book is next (R-CSH-06).',
  })
  expectedNumber?: string | null;

  @IsOptional()
  @TextField({ max: 100, nullable: true, description: 'Who an invoice is made out to (抬头).' })
  buyerTitle?: string | null;

  @IsOptional()
  @TextField({
    max: 20,
    nullable: true,
    description: 'The tax id of the buyer (税号), 15 to 20 digits and capital letters.',
  })
  taxId?: string | null;
}
