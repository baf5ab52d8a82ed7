import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { BankLineState, FiledMethod, ReturnReason } from '../../domain/bank-file/bank-line.js';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField, TextListField } from '../text-field.js';
import { BankLineStateEnum, FiledMethodEnum, ReturnReasonEnum } from './bank-file.enums.js';

/** How a file is read. */
@InputType('BankFileMapping', {
  description:
    'How the lines of a file are read: names of its columns; in templates `{column}` stands for what the line has there.',
})
export class BankFileMappingInput {
  @TextField({
    nullable: true,
    max: 1,
    description: 'What parts columns: comma, semicolon or bar; comma where none is said.',
  })
  delimiter?: string | null;

  @Field(() => Int, { nullable: true, description: 'Lines before the one that names the columns, at most 50.' })
  @IsOptional()
  @Min(0, { message: 'must be at least 0' })
  @Max(50, { message: 'must be at most 50' })
  skipLines?: number | null;

  @TextField({ max: 80, description: 'Column of the sum.' })
  amount!: string;

  @TextField({ nullable: true, max: 80, description: 'Column of what the channel keeps.' })
  fee?: string | null;

  @TextField({
    nullable: true,
    max: 80,
    description: 'Column of the currency; without it all are in that of the accounts.',
  })
  currency?: string | null;

  @TextField({ max: 80, description: 'Column of the day on which the money came.' })
  bookedDay!: string;

  @TextListField({
    atLeast: 1,
    most: 10,
    max: 40,
    description: 'How days are written, such as `YYYY-MM-DD`; the first that fits counts.',
  })
  dayFormats!: string[];

  @TextField({ max: 200, description: 'Template of the number by which the bank knows the money.' })
  bankReference!: string;

  @TextField({
    nullable: true,
    max: 200,
    description: 'Template of what the payer wrote: the unit is looked for in it.',
  })
  payerReference?: string | null;
}

/** A file. */
@InputType({ description: 'A file of a bank or channel.' })
export class LoadBankFileInput extends CommandFields {
  @Field(() => ID, { description: 'The estate whose account it is of.' })
  estateId!: string;

  @TextField({ max: 40, description: 'The account or contract at the bank, as the company calls it.' })
  account!: string;

  @Field(() => FiledMethodEnum, { description: 'How the money came.' })
  method!: FiledMethod;

  @Field(() => String, { description: 'The whole content, CSV, at most 600,000 characters and 20,000 lines.' })
  @MinLength(1, { message: 'must not be empty' })
  @MaxLength(600_000, { message: 'must have at most 600000 characters' })
  content!: string;

  @Field(() => BankFileMappingInput, { description: 'How it is read.' })
  mapping!: BankFileMappingInput;
}

/** Whose money in suspense is. */
@InputType({ description: 'Whose money in suspense is.' })
export class SettleBankLineInput extends CommandFields {
  @Field(() => ID, { description: 'The money.' })
  lineId!: string;

  @Field(() => ID, { description: 'Whose it is.' })
  payerId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit that it is for.' })
  unitId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: who writes the same next time is this payer for this unit, as long as they hold it.',
  })
  remember?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'The version that you have seen.' })
  expectedVersion?: number | null;
}

/** That money was sent back. */
@InputType({ description: 'That money in suspense was sent back.' })
export class ReturnBankLineInput extends CommandFields {
  @Field(() => ID, { description: 'The money.' })
  lineId!: string;

  @Field(() => ReturnReasonEnum, { description: 'Why.' })
  reason!: ReturnReason;

  @Field(() => Int, { nullable: true, description: 'The version that you have seen.' })
  expectedVersion?: number | null;
}

/** Which money. */
@InputType('BankLineFilter', { description: 'Which money that banks report; conditions hold together.' })
export class BankLineFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'First reported by this file.' })
  fileId?: string | null;

  @Field(() => [BankLineStateEnum], { nullable: true, description: 'In these states.' })
  states?: BankLineState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: it waits for a person, in suspense or since its payment was taken back; false does not narrow.',
  })
  unsettled?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'That came on this day or later.' })
  bookedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'That came before this day.' })
  bookedBefore?: string | null;
}
