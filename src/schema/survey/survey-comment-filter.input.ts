import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { TextField, TextListField } from '../text-field.js';

/** Which comments. */
@InputType('SurveyCommentFilter', { description: 'Which comments of a survey; conditions hold together.' })
export class SurveyCommentFilterInput {
  @Field(() => ID, { description: 'Of this round.' })
  roundId!: string;

  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @TextListField({ nullable: true, most: 60, max: 100, description: 'To the questions of these keys.' })
  questions?: string[] | null;

  @TextField({ max: 100, nullable: true, description: 'In which this stands, in any case of letters.' })
  text?: string | null;
}
