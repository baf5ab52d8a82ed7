import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { SurveyFormType } from './survey-form.type.js';

/** A form after a command. */
@ObjectType('SurveyFormPayload', { description: 'A form after a command.' })
export class SurveyFormPayloadType {
  @Field(() => SurveyFormType, { description: 'The form as it stands now.' })
  form!: SurveyFormType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
