import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { SurveyStage } from '../../domain/survey/survey-stage.js';
import { LocalDate } from '../scalars.js';
import { SurveyStageEnum } from './survey-stage.enum.js';

/** Which rounds. */
@InputType('SurveyRoundFilter', { description: 'Which rounds of the survey; conditions hold together.' })
export class SurveyRoundFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On one of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [SurveyStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: SurveyStage[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Whose period begins on this day or later.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Whose period begins before this day.' })
  until?: string | null;
}
