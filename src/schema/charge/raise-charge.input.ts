import { Field, ID, InputType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { CommandFields } from '../command-fields.js';
import { MoneyInput } from '../money/money.input.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { ChargeKindEnum } from './charge-kind.enum.js';

/** A charge outside of bill runs. */
@InputType({ description: 'A charge outside of bill runs: payer, unit, or both.' })
export class RaiseChargeInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'The unit that it concerns.' })
  unitId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The customer who owes it, a firm or the developer too; where nobody is named, who owns the unit on `fromDay` (Q-31).',
  })
  payerId?: string | null;

  @Field(() => ChargeKindEnum, { description: 'What it is for.' })
  kind!: ChargeKind;

  @Field(() => MoneyInput, {
    description: 'How much: above zero, at most two decimals, in the currency of the accounts (D-21).',
  })
  amount!: MoneyInput;

  @Field(() => LocalDate, { description: 'The first day that it is for.' })
  fromDay!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The first day that it is for no longer, at most one calendar month in all (D-21); the day after `fromDay` where nothing is said.',
  })
  untilDay?: string | null;

  @Field(() => LocalDate, { description: 'The last day on which payment is in time.' })
  dueDay!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day of the books that it belongs to, not ahead; today where nothing is said.',
  })
  bookedDay?: string | null;

  @TextField({ max: 200, nullable: true, description: 'What the payer reads beside it.' })
  note?: string | null;
}
