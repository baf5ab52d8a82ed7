import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PaperKind } from '../../domain/receipt/receipt-kind.js';
import { DateTime } from '../scalars.js';
import { ReceiptBookKindEnum } from './receipt-book-kind.enum.js';

/** A book of vouchers as clients see it; numbers, counts and people are fields of the resolver. */
@ObjectType('ReceiptBook', {
  simpleResolvers: true,
  description:
    'A book of numbered vouchers that somebody has drawn (票据领用): its numbers are used in order, each once (R-CSH-06, R-ORG-62).',
})
export class ReceiptBookType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ReceiptBookKindEnum, { description: 'What its sheets are.' })
  kind!: PaperKind;

  @Field(() => DateTime, { description: 'When it was drawn.' })
  drawnAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was returned; null while it is out.' })
  returnedAt!: Date | null;

  @Field(() => Int, {
    description: 'Rises with every change, and with every sheet that is used; give it back as `expectedVersion`.',
  })
  version!: number;
}
