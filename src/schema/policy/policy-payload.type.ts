import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { PolicyType } from './policy.type.js';

/** A policy that a command has changed. */
@ObjectType('PolicyPayload', { description: 'A policy that a command has changed.' })
export class PolicyPayloadType {
  @Field(() => PolicyType, { description: 'The policy as it holds on the first day of the change.' })
  policy!: PolicyType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
