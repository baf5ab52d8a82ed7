import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** What every step of a round takes. */
@InputType({ description: 'What every step of a round of the survey takes.' })
export abstract class SurveyStepInput extends CommandFields {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}
