import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** What every step of an obligation takes. */
@InputType({ description: 'What every step of an obligation takes.' })
export abstract class ObligationStepInput extends CommandFields {
  @Field(() => ID, { description: 'The obligation.' })
  obligationId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}
