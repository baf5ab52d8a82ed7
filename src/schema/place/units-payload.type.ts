import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { UnitType } from './unit.type.js';

/** Units that a command has made. */
@ObjectType('UnitsPayload', { description: 'Units that a command has made.' })
export class UnitsPayloadType {
  @Field(() => [UnitType], { description: 'The units as they stand now, in the order of the input.' })
  units!: UnitType[];

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
