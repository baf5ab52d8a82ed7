import { Field, ID, InputType, Int } from 'type-graphql';
import type { ReversalReason } from '../../domain/ledger/entry-kind.js';
import { CommandFields } from '../command-fields.js';
import { ReversalReasonEnum } from '../ledger/reversal-reason.enum.js';

/** Which charge should not have been raised. */
@InputType({ description: 'Which charge should not have been raised, and why.' })
export class CancelChargeInput extends CommandFields {
  @Field(() => ID, { description: 'The charge.' })
  chargeId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => ReversalReasonEnum, { description: 'Why.' })
  reason!: ReversalReason;
}
