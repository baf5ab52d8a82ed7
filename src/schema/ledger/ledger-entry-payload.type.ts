import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { LedgerEntryType } from './ledger-entry.type.js';

/** An entry after a command. */
@ObjectType('LedgerEntryPayload', { description: 'An entry of the ledger after a command.' })
export class LedgerEntryPayloadType {
  @Field(() => LedgerEntryType, { description: 'The entry.' })
  entry!: LedgerEntryType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
