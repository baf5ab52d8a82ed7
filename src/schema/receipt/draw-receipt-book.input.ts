import { IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { PaperKind } from '../../domain/receipt/receipt-kind.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { ReceiptBookKindEnum } from './receipt-book-kind.enum.js';

/** A book of vouchers that somebody draws. */
@InputType({ description: 'A book of vouchers that somebody draws, at most 10,000 sheets.' })
export class DrawReceiptBookInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => ReceiptBookKindEnum, { description: 'What its sheets are.' })
  kind!: PaperKind;

  @IsOptional()
  @TextField({
    max: 12,
    nullable: true,
    description:
      'What stands before the number, such as the code of the invoice (发票代码): capital letters, digits, hyphens.',
  })
  prefix?: string | null;

  @Field(() => Int, { description: 'How many digits the printed number has, 1 to 9.' })
  digits!: number;

  @Field(() => Int, { description: 'The number of the first sheet.' })
  firstNumber!: number;

  @Field(() => Int, { description: 'The number of the last sheet.' })
  lastNumber!: number;

  @Field(() => ID, {
    description: 'Who draws it: a member of staff who collects there, not who gives it out (R-ORG-61).',
  })
  holderId!: string;
}
