import { Field, ID, InputType } from 'type-graphql';
import type { SpoilReason } from '../../domain/receipt/receipt-state.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { ReceiptSpoilReasonEnum } from './receipt-spoil-reason.enum.js';

/** A sheet that is no voucher. */
@InputType({ description: 'The next sheet of the own book, which is no voucher.' })
export class SpoilReceiptInput extends CommandFields {
  @Field(() => ID, { description: 'The book, drawn by who says it.' })
  bookId!: string;

  @TextField({ max: 32, description: 'The number on the sheet: refused when another is next (R-CSH-06).' })
  expectedNumber!: string;

  @Field(() => ReceiptSpoilReasonEnum, { description: 'Why.' })
  reason!: SpoilReason;
}
