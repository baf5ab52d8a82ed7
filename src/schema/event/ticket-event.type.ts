import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** An event of a ticket; actor and ticket are fields of the resolver. */
@ObjectType('TicketEvent', { simpleResolvers: true, description: 'Something that happened to a ticket.' })
export class TicketEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, {
    description:
      'What happened: `ticket.REPAIR_REPORTED`, `ticket.REPAIR_ACCEPTED`, …; to its clocks: `clock.WARNED`, `clock.BREACHED`, ….',
  })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened, by the word of the actor.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;

  @Field(() => Int, { description: "The ticket's version after it." })
  version!: number;
}
