import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { InspectionKind } from '../../domain/inspection/inspection-kind.js';
import type { InspectionStage } from '../../domain/inspection/inspection-stage.js';
import { InspectionKindEnum, InspectionStageEnum } from './inspection.enums.js';

/** Which inspections. */
@InputType('InspectionFilter', {
  description: 'Which inspections; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class InspectionFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Planned at once with others, under this id.' })
  roundId?: string | null;

  @Field(() => [InspectionKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: InspectionKind[] | null;

  @Field(() => [InspectionStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: InspectionStage[] | null;
}
