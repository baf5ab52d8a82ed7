import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { PaperKind } from '../../domain/receipt/receipt-kind.js';
import { ReceiptBookKindEnum } from './receipt-book-kind.enum.js';

/** Which books. */
@InputType('ReceiptBookFilter', {
  description: 'Which books; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class ReceiptBookFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ReceiptBookKindEnum], { nullable: true, description: 'With sheets of these kinds.' })
  kinds?: PaperKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Drawn by this member of staff.' })
  holderId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: returned; false: still out.' })
  returned?: boolean | null;
}
