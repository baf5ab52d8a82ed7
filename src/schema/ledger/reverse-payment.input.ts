import { Field, ID, InputType, Int } from 'type-graphql';
import type { ReversalReason } from '../../domain/ledger/entry-kind.js';
import { CommandFields } from '../command-fields.js';
import { ReversalReasonEnum } from './reversal-reason.enum.js';

/** Which payment was none. */
@InputType({ description: 'Which payment was none, and why.' })
export class ReversePaymentInput extends CommandFields {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => ReversalReasonEnum, { description: 'Why.' })
  reason!: ReversalReason;
}
