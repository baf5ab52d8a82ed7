import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** What every step of a deposit names. */
@InputType({ description: 'What every step of a deposit names.' })
export class DepositStepInput extends CommandFields {
  @Field(() => ID, { description: 'The deposit.' })
  depositId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Its version as the client has seen it: CONFLICT when it has changed.',
  })
  expectedVersion?: number | null;
}
