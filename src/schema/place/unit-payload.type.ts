import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { UnitType } from './unit.type.js';

/** A unit that a command has made or changed. */
@ObjectType('UnitPayload', { description: 'A unit that a command has made or changed.' })
export class UnitPayloadType {
  @Field(() => UnitType, { description: 'The unit as it stands now.' })
  unit!: UnitType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
