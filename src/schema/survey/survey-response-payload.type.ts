import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** That a form was answered. */
@ObjectType('SurveyResponsePayload', { description: 'That a form was answered.' })
export class SurveyResponsePayloadType {
  @Field(() => DateTime, { description: 'When the household answered.' })
  answeredAt!: Date;

  @Field(() => Int, { description: 'Which answer of the household it is, from 1; all are kept.' })
  number!: number;

  @Field(() => Boolean, { description: 'Whether it is the one that counts: no later one is known.' })
  counts!: boolean;

  @Field(() => DateTime, { description: 'Until when the household may answer anew.' })
  closesAt!: Date;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
