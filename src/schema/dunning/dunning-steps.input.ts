import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { DebtorReason } from '../../domain/dunning/debtor-reason.js';
import type { DunningStepKind, WithdrawalGround } from '../../domain/dunning/dunning-stage.js';
import type { DunningOutcome } from '../../domain/dunning/dunning-step.js';
import { CommandFields } from '../command-fields.js';
import { DateTime, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { DebtorReasonEnum, DunningOutcomeEnum, DunningStepKindEnum, WithdrawalGroundEnum } from './dunning.enums.js';

/** What every step of a dunning case takes. */
@InputType({ description: 'What every step of a dunning case takes.' })
export abstract class DunningCaseInput extends CommandFields {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** Whom to dun. */
@InputType({ description: 'For which overdue charge to dun its payer.' })
export class OpenDunningInput extends CommandFields {
  @Field(() => ID, { description: 'The charge.' })
  chargeId!: string;
}

/** What was done about a debtor. */
@InputType({ description: 'What was done about a debtor.' })
export class RecordDunningStepInput extends DunningCaseInput {
  @Field(() => DunningStepKindEnum, { description: 'What was done.' })
  kind!: DunningStepKind;

  @Field(() => DunningOutcomeEnum, { description: 'What came of it.' })
  outcome!: DunningOutcome;

  @Field(() => [ID], {
    nullable: true,
    description: 'Who went or called, at most 10; the viewer where nobody is named (R-DUN-06).',
  })
  @IsOptional()
  @ArrayMaxSize(10, { message: 'must have at most 10 items' })
  teamIds?: string[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when the debtor was asked to pay (R-DUN-03).' })
  payByDay?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether each item was stated with its start, end and amount (R-DUN-03); no where nothing is said.',
  })
  itemsStated?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the debtor had understood, and was thanked (R-DUN-03); no where nothing is said.',
  })
  understood?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when the debtor has promised to pay; of PROMISED only.' })
  promisedDay?: string | null;

  @Field(() => DebtorReasonEnum, { nullable: true, description: 'Why the debtor does not pay, where it turned out.' })
  reason?: DebtorReason | null;

  @TextField({ max: 2000, multiline: true, nullable: true, description: 'What was said.' })
  note?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Files of the case that prove it, at most 20 (R-DUN-12).' })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  attachmentIds?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it took place, for what is entered late.' })
  occurredAt?: Date | null;
}

/** When who visits a debtor. */
@InputType({ description: 'When who visits a debtor.' })
export class PlanDunningVisitInput extends DunningCaseInput {
  @Field(() => DateTime, {
    description: 'When: in the evening or at a weekend, outside of quiet hours (R-DUN-05, R-DUN-18).',
  })
  at!: Date;

  @Field(() => [ID], { description: 'Who goes, 1 to 10: the team of two at least (R-DUN-06).' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(10, { message: 'must have at most 10 items' })
  teamIds!: string[];
}

/** Which visit does not take place. */
@InputType({ description: 'Of which case the visit that is ahead does not take place.' })
export class CallOffDunningVisitInput extends DunningCaseInput {}

/** Why a debtor does not pay. */
@InputType({ description: 'Why a debtor does not pay.' })
export class SetDebtorReasonInput extends DunningCaseInput {
  @Field(() => DebtorReasonEnum, { nullable: true, description: 'The reason; null while unknown.' })
  reason?: DebtorReason | null;
}

/** Which debtor is let be. */
@InputType({ description: 'Which debtor the company lets be, and why.' })
export class WithdrawDunningInput extends DunningCaseInput {
  @Field(() => WithdrawalGroundEnum, { description: 'Why.' })
  ground!: WithdrawalGround;
}
