import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { OutgoingField } from '../../domain/withholding/outgoing-file.js';
import type { FailureReason } from '../../domain/withholding/withholding-life.js';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField, TextListField } from '../text-field.js';
import { WithholdingFailureEnum, WithholdingFieldEnum } from './withholding.enums.js';

const SEEN_VERSION = 'The version that you have seen.';

/** A mandate. */
@InputType('RecordWithholdingMandateInput', { description: 'A mandate of a payer.' })
export class RecordWithholdingMandateInput extends CommandFields {
  @Field(() => ID, { description: 'The payer.' })
  payerId!: string;

  @Field(() => ID, { nullable: true, description: 'For what is owed for this unit; for all where none is named.' })
  unitId?: string | null;

  @TextField({ max: 60, description: 'The bank, as its file wants it.' })
  bank!: string;

  @TextField({ max: 60, description: 'Whose account it is.' })
  holder!: string;

  @TextField({ max: 60, description: 'The whole number of the account: 8 to 32 digits, parted by spaces or hyphens.' })
  account!: string;

  @TextField({ nullable: true, max: 60, description: 'The number of the agreement at the bank.' })
  agreement?: string | null;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  fromDay!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day on which it holds no longer; none: until it is ended.',
  })
  untilDay?: string | null;
}

/** When a mandate ends. */
@InputType('EndWithholdingMandateInput', { description: 'When a mandate ends.' })
export class EndWithholdingMandateInput extends CommandFields {
  @Field(() => ID, { description: 'The mandate.' })
  mandateId!: string;

  @Field(() => LocalDate, { description: 'The first day on which it holds no longer.' })
  untilDay!: string;

  @Field(() => Int, { nullable: true, description: SEEN_VERSION })
  expectedVersion?: number | null;
}

/** What is to be withheld. */
@InputType('DrawWithholdingBatchInput', { description: 'What a bank is to withhold.' })
export class DrawWithholdingBatchInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => LocalDate, { description: 'What is due by this day.' })
  dueUntil!: string;
}

/** A column of a file to the bank. */
@InputType('WithholdingColumn', { description: 'A column of a file to the bank.' })
export class WithholdingColumnInput {
  @TextField({ max: 60, description: 'Its name in the first line.' })
  name!: string;

  @Field(() => WithholdingFieldEnum, { description: 'What it holds.' })
  field!: OutgoingField;
}

/** How a file to the bank is written. */
@InputType('WithholdingFileMapping', { description: 'How a file to the bank is written.' })
export class WithholdingFileMappingInput {
  @Field(() => String, {
    nullable: true,
    description: 'What parts columns: comma, semicolon, bar or tab; comma where none is said.',
  })
  @IsOptional()
  @MaxLength(1, { message: 'must have at most 1 character' })
  delimiter?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the first line names the columns; yes where nothing is said.',
  })
  header?: boolean | null;

  @Field(() => [WithholdingColumnInput], {
    description: 'Its columns in order: REFERENCE, ACCOUNT and a sum among them.',
  })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(40, { message: 'must have at most 40 items' })
  columns!: WithholdingColumnInput[];
}

/** Which batch is given to the bank. */
@InputType('SendWithholdingBatchInput', { description: 'Which batch is given to the bank, and in which form.' })
export class SendWithholdingBatchInput extends CommandFields {
  @Field(() => ID, { description: 'The batch.' })
  batchId!: string;

  @Field(() => WithholdingFileMappingInput, { description: 'How the file is written.' })
  mapping!: WithholdingFileMappingInput;

  @Field(() => Int, { nullable: true, description: SEEN_VERSION })
  expectedVersion?: number | null;
}

/** What a word to a batch takes. */
@InputType({ description: 'What a word to a batch takes.' })
abstract class WithholdingStepFields extends CommandFields {
  @Field(() => ID, { description: 'The batch.' })
  batchId!: string;

  @Field(() => Int, { nullable: true, description: SEEN_VERSION })
  expectedVersion?: number | null;
}

/** Which batch is called off. */
@InputType('CancelWithholdingBatchInput', { description: 'Which batch is called off.' })
export class CancelWithholdingBatchInput extends WithholdingStepFields {}

/** Which batch the bank answers no more about. */
@InputType('CloseWithholdingBatchInput', { description: 'Which batch the bank answers no more about.' })
export class CloseWithholdingBatchInput extends WithholdingStepFields {}

/** What a code of the bank means. */
@InputType('WithholdingFailureCode', { description: 'What a code of the bank means.' })
export class WithholdingFailureCodeInput {
  @TextField({ max: 40, description: 'The code, as it stands in the status.' })
  code!: string;

  @Field(() => WithholdingFailureEnum, { description: 'Its meaning.' })
  reason!: FailureReason;
}

/** How an answer is read. */
@InputType('WithholdingResultMapping', { description: 'How the lines of an answer are read: names of its columns.' })
export class WithholdingResultMappingInput {
  @Field(() => String, {
    nullable: true,
    description: 'What parts columns: comma, semicolon, bar or tab; comma where none is said.',
  })
  @IsOptional()
  @MaxLength(1, { message: 'must have at most 1 character' })
  delimiter?: string | null;

  @Field(() => Int, { nullable: true, description: 'Lines before the one that names the columns, at most 50.' })
  @IsOptional()
  @Min(0, { message: 'must be at least 0' })
  @Max(50, { message: 'must be at most 50' })
  skipLines?: number | null;

  @TextField({ max: 80, description: 'Column of our reference.' })
  reference!: string;

  @TextField({ max: 80, description: 'Column of the status.' })
  status!: string;

  @TextField({ max: 80, description: 'Column of the sum that was withheld.' })
  amount!: string;

  @TextField({ nullable: true, max: 80, description: 'Column of what the bank keeps.' })
  fee?: string | null;

  @TextField({ nullable: true, max: 80, description: 'Column of the day; the day of loading where none is named.' })
  day?: string | null;

  @TextListField({
    nullable: true,
    most: 10,
    max: 40,
    description: 'How days are written, such as `YYYYMMDD`; with `day`.',
  })
  dayFormats?: string[] | null;

  @TextField({ nullable: true, max: 80, description: 'Column of the bank’s own number.' })
  bankReference?: string | null;

  @TextListField({
    atLeast: 1,
    most: 20,
    max: 100,
    description: 'What stands in the status where it was withheld, such as `0000`.',
  })
  paid!: string[];

  @Field(() => [WithholdingFailureCodeInput], {
    nullable: true,
    description: 'What other codes mean; OTHER where nothing is said.',
  })
  @IsOptional()
  @ArrayMaxSize(100, { message: 'must have at most 100 items' })
  failures?: WithholdingFailureCodeInput[] | null;
}

/** An answer. */
@InputType('LoadWithholdingResultInput', { description: 'An answer of a bank.' })
export class LoadWithholdingResultInput extends CommandFields {
  @Field(() => ID, { description: 'The estate whose batches it answers.' })
  estateId!: string;

  @Field(() => String, { description: 'The whole content, CSV, at most 600,000 characters and 10,000 lines.' })
  @MinLength(1, { message: 'must not be empty' })
  @MaxLength(600_000, { message: 'must have at most 600000 characters' })
  content!: string;

  @Field(() => WithholdingResultMappingInput, { description: 'How it is read.' })
  mapping!: WithholdingResultMappingInput;
}

/** Which mandates. */
@InputType('WithholdingMandateFilter', { description: 'Which mandates; conditions hold together.' })
export class WithholdingMandateFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this payer.' })
  payerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this unit alone.' })
  unitId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'That hold on this day.' })
  on?: string | null;
}
