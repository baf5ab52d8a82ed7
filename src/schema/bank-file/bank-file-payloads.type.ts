import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { BankFileType } from './bank-file.type.js';
import { BankLineType } from './bank-line.type.js';

/** A file after a command. */
@ObjectType('BankFilePayload', { description: 'A file after a command.' })
export class BankFilePayloadType {
  @Field(() => BankFileType, { description: 'The file as it stands now.' })
  file!: BankFileType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** Money after a command. */
@ObjectType('BankLinePayload', { description: 'Money that a bank reports, after a command.' })
export class BankLinePayloadType {
  @Field(() => BankLineType, { description: 'The money as it stands now.' })
  line!: BankLineType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
