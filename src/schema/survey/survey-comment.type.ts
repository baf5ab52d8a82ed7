import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection.js';

/** What a household said in words. */
@ObjectType('SurveyComment', {
  simpleResolvers: true,
  description: 'What a household said in words, masked, by nobody and in no order (D-29).',
})
export class SurveyCommentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Key of the question.' })
  question!: string;

  @Field(() => String, { description: 'The words, with numbers, names and households masked.' })
  text!: string;
}

/** A page of comments. */
export const SurveyCommentConnection = connectionOf('SurveyComment', () => SurveyCommentType);
