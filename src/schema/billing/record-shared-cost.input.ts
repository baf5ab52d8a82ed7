import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { MoneyInput } from '../money/money.input.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';

/** What the common parts have cost. */
@InputType({ description: 'What the common parts have cost in a month.' })
export class RecordSharedCostInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @TextField({ max: 20, description: 'The code of the tariff that shares it.' })
  tariffCode!: string;

  @Field(() => LocalDate, { description: 'The first day of the month.' })
  month!: string;

  @Field(() => MoneyInput, { description: 'How much, above zero.' })
  amount!: MoneyInput;
}
