import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { DutyType } from './duty.type.js';

/** Duties that a command has planned. */
@ObjectType('DutiesPayload', { description: 'Duties that a command has planned, one for each estate.' })
export class DutiesPayloadType {
  @Field(() => [DutyType], { description: 'The duties as they stand now.' })
  duties!: DutyType[];

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
