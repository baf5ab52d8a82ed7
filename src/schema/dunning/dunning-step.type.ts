import { Field, ID, ObjectType } from 'type-graphql';
import type { DunningStepKind } from '../../domain/dunning/dunning-stage.js';
import type { DunningOutcome, DunningStepState } from '../../domain/dunning/dunning-step.js';
import { DateTime, LocalDate } from '../scalars.js';
import { DunningOutcomeEnum, DunningStepKindEnum, DunningStepStateEnum } from './dunning.enums.js';

/** A step of a dunning case; amounts, words, flaws and people are fields of the resolver. */
@ObjectType('DunningStep', {
  simpleResolvers: true,
  description: 'Something that was done about a debtor, or a visit that is ahead (收费工作记录, R-DUN-12).',
})
export class DunningStepType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DunningStepKindEnum, { description: 'What it is.' })
  kind!: DunningStepKind;

  @Field(() => DunningStepStateEnum, { description: 'Whether it took place.' })
  state!: DunningStepState;

  @Field(() => DateTime, { nullable: true, description: 'For when it was planned; null where nobody planned it.' })
  plannedFor!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it took place; null where it has not.' })
  doneAt!: Date | null;

  @Field(() => DunningOutcomeEnum, { nullable: true, description: 'What came of it; null before it took place.' })
  outcome!: DunningOutcome | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day for which something was overdue then.' })
  arrearsFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day after that time (R-DUN-13).' })
  arrearsUntil!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when the debtor was asked to pay (R-DUN-03).' })
  payByDay!: string | null;

  @Field(() => Boolean, { description: 'Whether each item was stated with its start, end and amount (R-DUN-03).' })
  itemsStated!: boolean;

  @Field(() => Boolean, { description: 'Whether the debtor had understood, and was thanked (R-DUN-03).' })
  understood!: boolean;

  @Field(() => DateTime, { description: 'When it was recorded here.' })
  recordedAt!: Date;
}
