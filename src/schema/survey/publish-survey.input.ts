import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';

/** Publishes a result. */
@InputType({ description: 'Publishes the result of a round on one of its estates (R-SAT-05).' })
export class PublishSurveyInput extends CommandFields {
  @Field(() => ID, { description: 'The round on the estate: `SurveyEstate.id`.' })
  surveyEstateId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was posted, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}
