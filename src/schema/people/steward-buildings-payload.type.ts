import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { StaffType } from './staff.type.js';

/** A steward whose buildings a command has set. */
@ObjectType('StewardBuildingsPayload', { description: 'A steward whose buildings a command has set.' })
export class StewardBuildingsPayloadType {
  @Field(() => StaffType, { description: 'The steward, with the buildings as they stand now.' })
  staff!: StaffType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
