import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';

/** What every step of a visit takes. */
@InputType({ description: 'What every step of a visit takes.' })
export abstract class VisitStepInput extends CommandFields {
  @Field(() => ID, { description: 'The visit.' })
  visitId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it happened, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}
