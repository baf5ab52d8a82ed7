import { Field, ID, ObjectType } from 'type-graphql';
import type { EntryKind, ReversalReason } from '../../domain/ledger/entry-kind.js';
import { DateTime, LocalDate } from '../scalars.js';
import { EntryKindEnum } from './entry-kind.enum.js';
import { ReversalReasonEnum } from './reversal-reason.enum.js';

/** An entry of the ledger as clients see it; amount, charge, payment and people are fields of the resolver. */
@ObjectType('LedgerEntry', {
  simpleResolvers: true,
  description: 'A line of an account that moves a charge, a payment, or both. Only added, never changed (R-FEE-11).',
})
export class LedgerEntryType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => EntryKindEnum, { description: 'What it does; with `reverses`, the other way.' })
  kind!: EntryKind;

  @Field(() => ID, { nullable: true, description: 'The entry that it takes back.' })
  reversesId!: string | null;

  @Field(() => ReversalReasonEnum, { nullable: true, description: 'Why something was taken back.' })
  reason!: ReversalReason | null;

  @Field(() => LocalDate, { description: 'The day of the books that it belongs to.' })
  bookedDay!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;
}
