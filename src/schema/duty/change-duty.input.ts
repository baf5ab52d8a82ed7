import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';

/** Changes of a duty that is not over. */
@InputType('ChangeDutyInput', { description: 'Changes of a duty that is not over; what is absent stays.' })
export class ChangeDutyInput extends CommandFields {
  @Field(() => ID, { description: 'The duty.' })
  dutyId!: string;

  @Field(() => Int, {
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'Who stands at the post instead, before it has begun.' })
  staffId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it begins, before it has begun.' })
  fromAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The first instant that no longer belongs to it.' })
  untilAt?: Date | null;
}
