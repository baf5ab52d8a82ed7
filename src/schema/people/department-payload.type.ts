import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { DepartmentType } from './department.type.js';

/** A department that a command has made or changed. */
@ObjectType('DepartmentPayload', { description: 'A department that a command has made or changed.' })
export class DepartmentPayloadType {
  @Field(() => DepartmentType, { description: 'The department as it stands now.' })
  department!: DepartmentType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
