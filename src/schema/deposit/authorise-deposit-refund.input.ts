import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { DepositStepInput } from './deposit-step.input.js';

/** Notice of a refund. */
@InputType({ description: 'Notice that a settled deposit is refunded.' })
export class AuthoriseDepositRefundInput extends DepositStepInput {
  @TextField({ max: 64, description: 'The number of the notice.' })
  noticeNumber!: string;
}
