import { Field, ID, InputType, Int } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { CommandFields } from '../command-fields.js';
import { MoneyInput } from '../money/money.input.js';
import { LocalDate } from '../scalars.js';

/** What is to be collected. */
@InputType({ description: 'What a steward, or an estate, is to collect in some months.' })
export class SetCollectionTargetInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The steward; none where the company enters targets by estate (P-36).',
  })
  stewardId?: string | null;

  @Field(() => ChargeKindEnum, {
    nullable: true,
    description: 'One kind; all but fines and late fees where none is said.',
  })
  kind?: ChargeKind | null;

  @Field(() => LocalDate, { description: 'The first month, by its first day.' })
  fromMonth!: string;

  @Field(() => LocalDate, { description: 'The first month that it is for no longer; at most twelve later.' })
  untilMonth!: string;

  @Field(() => MoneyInput, { description: 'How much, above zero.' })
  amount!: MoneyInput;

  @Field(() => Int, { nullable: true, description: 'The version that you have seen; 0 for none.' })
  expectedVersion?: number | null;
}
