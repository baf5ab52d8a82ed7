import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { HoldKind } from '../../domain/dunning/dunning-hold.js';
import { MoneyInput } from '../money/money.input.js';
import { LocalDate } from '../scalars.js';
import { HoldKindEnum } from './dunning.enums.js';
import { DunningCaseInput } from './dunning-steps.input.js';

/** An instalment. */
@InputType('DunningInstalmentInput', { description: 'An instalment.' })
export class DunningInstalmentInput {
  @Field(() => LocalDate, { description: 'The last day on which it is in time.' })
  dueDay!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;
}

/** What stops dunning. */
@InputType({ description: 'What stops dunning (D-13).' })
export class HoldDunningInput extends DunningCaseInput {
  @Field(() => HoldKindEnum, { description: 'What it is.' })
  kind!: HoldKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The charge that is disputed or complained about; all that is overdue where nothing is said.',
  })
  chargeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The complaint, of COMPLAINT only: open, and of the debtor or unit.',
  })
  complaintId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The promised day, of PROMISE only: within three months.' })
  untilDay?: string | null;

  @Field(() => [DunningInstalmentInput], {
    nullable: true,
    description: 'The instalments, of INSTALMENTS only, at most 60: in order, and together what is overdue.',
  })
  @IsOptional()
  @ArrayMaxSize(60, { message: 'must have at most 60 items' })
  @ValidateNested({ each: true })
  instalments?: DunningInstalmentInput[] | null;
}

/** Which hold is over. */
@InputType({ description: 'Which hold is over.' })
export class ReleaseDunningHoldInput extends DunningCaseInput {
  @Field(() => ID, { description: 'The hold.' })
  holdId!: string;
}
