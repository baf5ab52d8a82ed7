import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { VisitOrganiser } from '../../domain/owner-visit/visit-mode.js';
import type { VisitStage } from '../../domain/owner-visit/visit-stage.js';
import { DateTime, LocalDate } from '../scalars.js';
import { VisitOrganiserEnum } from './visit-organiser.enum.js';
import { VisitStageEnum } from './visit-stage.enum.js';

/** Which visits. */
@InputType('OwnerVisitFilter', {
  description: 'Which visits; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class OwnerVisitFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [VisitStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: VisitStage[] | null;

  @Field(() => [VisitOrganiserEnum], { nullable: true, description: 'That one of these organises.' })
  organisers?: VisitOrganiser[] | null;

  @Field(() => ID, { nullable: true, description: 'To this household.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this customer.' })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'By this member of staff.' })
  visitorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this cycle.' })
  cycleId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Drawn in the month with this first day.' })
  drawnMonth?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'That began at or after this instant.' })
  visitedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'That began before this instant.' })
  visitedBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what took place against a rule, or drawn by nobody (D-03, D-04); false does not narrow.',
  })
  flagged?: boolean | null;
}
