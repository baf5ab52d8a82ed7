import { Field, ID, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** The link of one form. */
@ObjectType('SurveyLink', { description: 'The link of one form; whoever holds it answers for that household.' })
export class SurveyLinkType {
  @Field(() => ID, { description: 'The form.' })
  formId!: string;

  @Field(() => String, { description: 'Give it to `surveySheet` and `submitSurveyResponse`; always the same.' })
  token!: string;
}

/** Links that were handed out. */
@ObjectType('SurveyLinksPayload', { description: 'Links that were handed out.' })
export class SurveyLinksPayloadType {
  @Field(() => [SurveyLinkType], { description: 'One a form.' })
  links!: SurveyLinkType[];

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
