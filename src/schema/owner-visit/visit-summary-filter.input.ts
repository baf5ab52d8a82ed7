import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { SummaryPeriod, SummaryStage } from '../../domain/owner-visit/visit-summary.js';
import { VisitSummaryPeriodEnum } from './visit-summary-period.enum.js';
import { VisitSummaryStageEnum } from './visit-summary-stage.enum.js';

/** Which summaries of visits. */
@InputType('VisitSummaryFilter', { description: 'Which summaries of visits; conditions hold together.' })
export class VisitSummaryFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [VisitSummaryPeriodEnum], { nullable: true, description: 'About these periods.' })
  periods?: SummaryPeriod[] | null;

  @Field(() => [VisitSummaryStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: SummaryStage[] | null;
}
