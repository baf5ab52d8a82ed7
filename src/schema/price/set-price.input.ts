import { Field, ID, InputType } from 'type-graphql';
import type { PriceKind } from '../../domain/price/price.js';
import { CommandFields } from '../command-fields.js';
import { MoneyInput } from '../money/money.input.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { PriceKindEnum } from './price-kind.enum.js';

/** A price from a day on. */
@InputType({ description: 'A price from a day on, in place of the one that the code had (R-DSP-13).' })
export class SetPriceInput extends CommandFields {
  @Field(() => ID, {
    nullable: true,
    description: 'For this estate; where none is named, for all estates that have no price of their own.',
  })
  estateId?: string | null;

  @TextField({ max: 20, description: 'Its code: capital letters, digits and hyphens.' })
  code!: string;

  @Field(() => PriceKindEnum, { description: 'What it is for.' })
  kind!: PriceKind;

  @TextField({ max: 60, description: 'What it is called.' })
  name!: string;

  @TextField({ max: 10, description: 'What one of it is: 次, 个, 米.' })
  unit!: string;

  @Field(() => MoneyInput, { description: 'What one of it costs, at most a million.' })
  price!: MoneyInput;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which it holds; today where not said.' })
  from?: string | null;
}
