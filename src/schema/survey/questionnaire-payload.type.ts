import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { QuestionnaireType } from './questionnaire.type.js';

/** A questionnaire after a command. */
@ObjectType('QuestionnairePayload', { description: 'A questionnaire after a command.' })
export class QuestionnairePayloadType {
  @Field(() => QuestionnaireType, { description: 'The version that was written.' })
  questionnaire!: QuestionnaireType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
