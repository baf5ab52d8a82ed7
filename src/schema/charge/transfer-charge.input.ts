import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Who owes what is open of a charge from now on. */
@InputType({ description: 'Who owes from now on what is open of a charge.' })
export class TransferChargeInput extends CommandFields {
  @Field(() => ID, { description: 'The charge.' })
  chargeId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => ID, { description: 'The other customer, of the same estate.' })
  payerId!: string;
}
