import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { CorrectiveActionKind } from '../../domain/corrective-action/action-kind.js';
import type { ActionSource } from '../../domain/corrective-action/action-source.js';
import type { ActionStage } from '../../domain/corrective-action/action-stage.js';
import { LocalDate } from '../scalars.js';
import { CorrectiveActionKindEnum } from './corrective-action-kind.enum.js';
import { CorrectiveActionSourceEnum } from './corrective-action-source.enum.js';
import { CorrectiveActionStageEnum } from './corrective-action-stage.enum.js';

/** Which corrective actions. */
@InputType('CorrectiveActionFilter', {
  description: 'Which corrective actions; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class CorrectiveActionFilterInput {
  @Field(() => [ID], {
    nullable: true,
    description: "On these estates, at most 1000; the company's own only where this is absent.",
  })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [CorrectiveActionKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: CorrectiveActionKind[] | null;

  @Field(() => [CorrectiveActionStageEnum], { nullable: true, description: 'That stand so.' })
  stages?: ActionStage[] | null;

  @Field(() => [CorrectiveActionSourceEnum], { nullable: true, description: 'That came of things of these kinds.' })
  sourceKinds?: ActionSource[] | null;

  @Field(() => ID, { nullable: true, description: 'That came of this thing.' })
  sourceId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That this member of staff owns.' })
  ownerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what is to be done and whose due day is over; false does not narrow.',
  })
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what had to be done again at least once; false does not narrow.',
  })
  reopened?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Due on this day or later.' })
  dueFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Due before this day.' })
  dueBefore?: string | null;
}
