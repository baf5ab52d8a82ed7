import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { DepositKind } from '../../domain/deposit/deposit-kind.js';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { CommandFields } from '../command-fields.js';
import { PaymentMethodEnum } from '../ledger/payment-method.enum.js';
import { MoneyInput } from '../money/money.input.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { DepositKindEnum } from './deposit-kind.enum.js';

/** A deposit that is taken. */
@InputType({ description: 'A deposit that is taken.' })
export class CollectDepositInput extends CommandFields {
  @Field(() => ID, { description: 'The customer who gives it, a contractor’s firm too: it goes back to nobody else.' })
  payerId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit that it is for, of the same estate.' })
  unitId?: string | null;

  @Field(() => DepositKindEnum, { description: 'What it secures.' })
  kind!: DepositKind;

  @Field(() => MoneyInput, {
    description: 'The sum: above zero, at most two decimals, in the currency of the accounts (D-21).',
  })
  amount!: MoneyInput;

  @Field(() => PaymentMethodEnum, { description: 'How it comes.' })
  method!: PaymentMethod;

  @IsOptional()
  @TextField({
    max: 64,
    nullable: true,
    description: 'The number that the channel or bank gave it: the same number of a method is taken once.',
  })
  reference?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it came, not ahead; today where nothing is said.',
  })
  collectedOn?: string | null;
}
