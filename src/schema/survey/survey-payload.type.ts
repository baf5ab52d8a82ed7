import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { SurveyRoundType } from './survey-round.type.js';

/** A round after a command. */
@ObjectType('SurveyPayload', { description: 'A round of the survey after a command.' })
export class SurveyPayloadType {
  @Field(() => SurveyRoundType, { description: 'The round as it stands now.' })
  round!: SurveyRoundType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
