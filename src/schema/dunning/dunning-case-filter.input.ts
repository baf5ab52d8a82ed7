import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { DebtorReason } from '../../domain/dunning/debtor-reason.js';
import type { DunningStage } from '../../domain/dunning/dunning-stage.js';
import { LocalDate } from '../scalars.js';
import { DebtorReasonEnum, DunningStageEnum } from './dunning.enums.js';

/** Which dunning cases. */
@InputType('DunningCaseFilter', {
  description: 'Which dunning cases; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class DunningCaseFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [DunningStageEnum], { nullable: true, description: 'That are so far.' })
  stages?: DunningStage[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: open ones; false: closed ones.' })
  open?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: dunning is stopped for all that is overdue (D-13); false: for some of it, it is not.',
  })
  stopped?: boolean | null;

  @Field(() => [DebtorReasonEnum], { nullable: true, description: 'For one of these reasons.' })
  reasons?: DebtorReason[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of units in buildings for which this steward is responsible (R-ORG-33).',
  })
  stewardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this debtor.' })
  payerId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'With an oldest deadline before this day.' })
  overdueBefore?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'With an oldest deadline on this day or later.' })
  overdueFrom?: string | null;
}
