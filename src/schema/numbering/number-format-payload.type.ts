import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { NumberFormatType } from './number-format.type.js';

/** A format that a command has set. */
@ObjectType('NumberFormatPayload', { description: 'A format that a command has set.' })
export class NumberFormatPayloadType {
  @Field(() => NumberFormatType, { description: 'How the subject is numbered on its first day.' })
  format!: NumberFormatType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
