import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { DutyType } from './duty.type.js';

/** A duty that a command has changed. */
@ObjectType('DutyPayload', { description: 'A duty that a command has changed.' })
export class DutyPayloadType {
  @Field(() => DutyType, { description: 'The duty as it stands now.' })
  duty!: DutyType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
