import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** Which forms. */
@InputType('SurveyFormFilter', { description: 'Which forms of the survey; conditions hold together.' })
export class SurveyFormFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this round.' })
  roundId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this household.' })
  unitId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those that did not reach their household.' })
  undeliverable?: boolean | null;
}
