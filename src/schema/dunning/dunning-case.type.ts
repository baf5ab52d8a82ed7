import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DebtorReason } from '../../domain/dunning/debtor-reason.js';
import type { DunningEnding, DunningStage, WithdrawalGround } from '../../domain/dunning/dunning-stage.js';
import { DateTime, LocalDate } from '../scalars.js';
import { DebtorReasonEnum, DunningEndingEnum, DunningStageEnum, WithdrawalGroundEnum } from './dunning.enums.js';

/** A dunning case as clients see it; amounts, places, people, steps and holds are fields of the resolver. */
@ObjectType('DunningCase', {
  simpleResolvers: true,
  description:
    'That a payer is dunned for what is overdue of a unit (催收, R-DUN). It closes by itself when nothing is overdue any more, with the payment that settles it.',
})
export class DunningCaseType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DunningStageEnum, { description: 'How far the debtor has been dunned.' })
  stage!: DunningStage;

  @Field(() => DebtorReasonEnum, { nullable: true, description: 'Why the debtor does not pay; null while unknown.' })
  reason!: DebtorReason | null;

  @Field(() => LocalDate, { description: 'The day on which it was opened.' })
  openedOn!: string;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was closed; null while it is open.' })
  closedOn!: string | null;

  @Field(() => DunningEndingEnum, { nullable: true, description: 'How it has ended; null while it is open.' })
  ending!: DunningEnding | null;

  @Field(() => WithdrawalGroundEnum, { nullable: true, description: 'Why it was withdrawn; null where it was not.' })
  ground!: WithdrawalGround | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The oldest deadline of what is overdue; null once nothing is.',
  })
  overdueSince!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day of the last service on the debtor (R-DUN-16); null while none was.',
  })
  servedOn!: string | null;

  @Field(() => Int, { description: 'Calls that took place.' })
  calls!: number;

  @Field(() => Int, { description: 'Visits that took place.' })
  visits!: number;

  @Field(() => Int, { description: 'Visits on which the debtor refused, or nobody was there (Q-13).' })
  refusals!: number;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
