import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { CommandFields } from '../command-fields.js';

/** What every step of a ticket's life takes. */
@InputType({ description: "What every step of a ticket's life takes." })
export abstract class TicketStepInput extends CommandFields {
  @Field(() => ID, { description: 'The ticket.' })
  ticketId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it happened, for what is entered late; now where nothing is said. Never in the future, nor before the step that it follows.',
  })
  occurredAt?: Date | null;
}
