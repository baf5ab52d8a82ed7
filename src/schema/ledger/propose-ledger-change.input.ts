import { Field, ID, InputType } from 'type-graphql';
import type { ProposedChange } from '../../domain/ledger/proposed-change.js';
import { CommandFields } from '../command-fields.js';
import { MoneyInput } from '../money/money.input.js';
import { TextField } from '../text-field.js';
import { ProposedChangeEnum } from './proposed-change.enum.js';

/** What is to be changed by approval. */
@InputType({ description: 'What is to be changed by approval: the payment of a refund, or the charge of any other.' })
export class ProposeLedgerChangeInput extends CommandFields {
  @Field(() => ProposedChangeEnum, { description: 'What is to be changed.' })
  kind!: ProposedChange;

  @Field(() => ID, { nullable: true, description: 'The charge; not for a refund.' })
  chargeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The payment that is given back from; for a refund only.' })
  paymentId?: string | null;

  @Field(() => MoneyInput, {
    description: 'How much: above zero, at most what is open of the charge or left of the payment.',
  })
  amount!: MoneyInput;

  @TextField({ max: 1000, multiline: true, description: 'Why, for whoever decides.' })
  reason!: string;
}
