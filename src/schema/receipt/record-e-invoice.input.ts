import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';

/** An e-invoice that was issued. */
@InputType('RecordEInvoiceInput', { description: 'An e-invoice that was issued over the whole payment.' })
export class RecordEInvoiceInput extends CommandFields {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @TextField({ max: 20, description: 'The number that the tax authority gave it, 8 to 20 digits (数电票: 20).' })
  number!: string;

  @IsOptional()
  @TextField({ max: 100, nullable: true, description: 'Who it is made out to (抬头).' })
  buyerTitle?: string | null;

  @IsOptional()
  @TextField({
    max: 20,
    nullable: true,
    description: 'The tax id of the buyer (税号), 15 to 20 digits and capital letters.',
  })
  taxId?: string | null;
}
