import { Field, ID, InputType } from 'type-graphql';
import type { ReversalReason } from '../../domain/ledger/entry-kind.js';
import { CommandFields } from '../command-fields.js';
import { ReversalReasonEnum } from './reversal-reason.enum.js';

/** Which entry is taken back. */
@InputType({ description: 'Which entry of the ledger is taken back, and why.' })
export class ReverseEntryInput extends CommandFields {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => ReversalReasonEnum, { description: 'Why.' })
  reason!: ReversalReason;
}
