import { Field, Int, ObjectType } from 'type-graphql';
import type { ReceiptKind } from '../../domain/receipt/receipt-kind.js';
import { ReceiptKindEnum } from '../receipt/receipt-kind.enum.js';

/** The numbers of a shift from one book. */
@ObjectType('HandoverReceipts', {
  simpleResolvers: true,
  description: 'The numbers that were used in a shift from one book; of e-invoices, all (R-CSH-01).',
})
export class HandoverReceiptsType {
  @Field(() => ReceiptKindEnum, { description: 'What they are.' })
  kind!: ReceiptKind;

  @Field(() => String, { description: 'The lowest number, as printed.' })
  firstNumber!: string;

  @Field(() => String, { description: 'The highest number, as printed.' })
  lastNumber!: string;

  @Field(() => Int, { description: 'How many numbers, spoiled sheets included.' })
  sheets!: number;

  @Field(() => Int, { description: 'How many of them stand as vouchers.' })
  issued!: number;
}
