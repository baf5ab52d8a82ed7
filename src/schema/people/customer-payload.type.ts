import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { CustomerType } from './customer.type.js';

/** A customer whom a command has made or changed. */
@ObjectType('CustomerPayload', { description: 'A customer whom a command has made or changed.' })
export class CustomerPayloadType {
  @Field(() => CustomerType, { description: 'The customer as it stands now.' })
  customer!: CustomerType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
