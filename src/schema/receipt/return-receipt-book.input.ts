import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** A book that is returned. */
@InputType({ description: 'A book of vouchers that is returned, used up or not.' })
export class ReturnReceiptBookInput extends CommandFields {
  @Field(() => ID, { description: 'The book.' })
  bookId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Its version as the client has seen it: CONFLICT when it has changed.',
  })
  expectedVersion?: number | null;
}
