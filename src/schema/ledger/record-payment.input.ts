import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { CommandFields } from '../command-fields.js';
import { MoneyInput } from '../money/money.input.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { AllocationInput } from './allocation.input.js';
import { PaymentMethodEnum } from './payment-method.enum.js';

/** Money that a payer has given. */
@InputType({ description: 'Money that a payer has given.' })
export class RecordPaymentInput extends CommandFields {
  @Field(() => ID, { description: 'The customer who has paid, a firm or the developer too.' })
  payerId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit that it was said to be for, of the same estate.' })
  unitId?: string | null;

  @Field(() => MoneyInput, {
    description: 'The whole sum: above zero, at most two decimals, in the currency of the accounts (D-21).',
  })
  amount!: MoneyInput;

  @Field(() => PaymentMethodEnum, { description: 'How it came.' })
  method!: PaymentMethod;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What the channel keeps of it, on a line of its own; the payer is credited with the whole.',
  })
  channelFee?: MoneyInput | null;

  @IsOptional()
  @TextField({
    max: 64,
    nullable: true,
    description: 'The number that the channel or bank gave it: the same number of a method is taken once.',
  })
  reference?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which the money came, not ahead; today where nothing is said.',
  })
  paidOn?: string | null;

  @Field(() => [AllocationInput], {
    nullable: true,
    description:
      'What it settles, as the payer says, at most 200; nothing said: what is open, in the order of the policy (D-21). The rest is paid ahead.',
  })
  @IsOptional()
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  allocations?: AllocationInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: all of it waits for later charges, unless `allocations` says otherwise.',
  })
  prepaid?: boolean | null;
}
