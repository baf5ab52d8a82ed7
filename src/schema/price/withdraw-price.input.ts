import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';

/** Takes a price off the list. */
@InputType({ description: 'Takes a price off the list from a day on (R-DSP-13).' })
export class WithdrawPriceInput extends CommandFields {
  @Field(() => ID, { description: 'The price.' })
  priceId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day on which it holds no longer; today where nothing is said.',
  })
  until?: string | null;
}
