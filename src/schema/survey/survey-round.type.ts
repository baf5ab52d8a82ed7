import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SurveyStage } from '../../domain/survey/survey-stage.js';
import { DateTime, LocalDate } from '../scalars.js';
import { SurveyStageEnum } from './survey-stage.enum.js';

/** A round of the survey; estates, questionnaire and counts are fields of the resolver. */
@ObjectType('SurveyRound', {
  simpleResolvers: true,
  description: 'A round of the satisfaction survey (满意度调查), of an estate or of the company (R-SAT-01).',
})
export class SurveyRoundType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => SurveyStageEnum, { description: 'Where it stands.' })
  stage!: SurveyStage;

  @Field(() => LocalDate, { description: 'First day that it asks about.' })
  periodFrom!: string;

  @Field(() => LocalDate, { description: 'The day after the last that it asks about.' })
  periodUntil!: string;

  @Field(() => Int, { description: 'Of the occupied households how many percent are asked; 100 is a census (Q-01).' })
  samplePercent!: number;

  @Field(() => Int, { description: 'How many upper levels mean satisfied, as it was planned (Q-01).' })
  satisfiedSteps!: number;

  @Field(() => LocalDate, { description: 'By the end of which day the forms are to be out (R-SAT-02).' })
  issueBy!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the forms went out.' })
  issuedAt!: Date | null;

  @Field(() => DateTime, { description: 'From when on no household answers any more.' })
  closesAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  collectedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'At which instant it was counted (R-SAT-03).' })
  analysedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every step; give it back as `expectedVersion`.' })
  version!: number;
}
