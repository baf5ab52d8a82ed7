import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ReportKind } from '../../domain/report/report-kind.js';
import type { ReportStage } from '../../domain/report/report-stage.js';
import { LocalDate } from '../scalars.js';
import { ReportKindEnum, ReportStageEnum } from './report.enums.js';

/** Which reports. */
@InputType('ReportFilter', {
  description: 'Which reports; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class ReportFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ReportKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: ReportKind[] | null;

  @Field(() => [ReportStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: ReportStage[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'On periods that begin on this day or later.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'On periods that begin before this day.' })
  to?: string | null;
}
