import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { OriginalReceipt } from '../../domain/deposit/deposit-kind.js';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { PaymentMethodEnum } from '../ledger/payment-method.enum.js';
import { TextField } from '../text-field.js';
import { DepositStepInput } from './deposit-step.input.js';
import { OriginalReceiptEnum } from './original-receipt.enum.js';

/** A deposit that is paid out. */
@InputType({ description: 'A deposit that is paid out.' })
export class RefundDepositInput extends DepositStepInput {
  @Field(() => ID, { description: 'The customer who has the money now: who gave it (R-DEP-04).' })
  paidToId!: string;

  @Field(() => PaymentMethodEnum, { description: 'How it is paid out.' })
  method!: PaymentMethod;

  @IsOptional()
  @TextField({ max: 64, nullable: true, description: 'The number that the channel or bank gives it.' })
  reference?: string | null;

  @Field(() => OriginalReceiptEnum, { description: 'Where the original voucher is.' })
  originalReceipt!: OriginalReceipt;
}
