import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** What every step of a corrective action takes. */
@InputType({ description: 'What every step of a corrective action takes.' })
export abstract class CorrectiveActionStepInput extends CommandFields {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}
