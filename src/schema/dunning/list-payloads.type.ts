import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { DebtorListType } from './debtor-list.type.js';
import { LetterListType } from './letter-list.type.js';

/** A list of lawyer's letters after a command. */
@ObjectType('LetterListPayload', { description: 'A list of lawyer’s letters after a command.' })
export class LetterListPayloadType {
  @Field(() => LetterListType, { description: 'The list as it stands now.' })
  list!: LetterListType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A public list of debtors after a command. */
@ObjectType('DebtorListPayload', { description: 'A public list of debtors after a command.' })
export class DebtorListPayloadType {
  @Field(() => DebtorListType, { description: 'The list as it stands now.' })
  list!: DebtorListType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
