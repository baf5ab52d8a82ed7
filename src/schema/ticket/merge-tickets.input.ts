import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';

const MOST_AT_ONCE = 50;

/** Which tickets join which. */
@InputType({ description: 'Has tickets about one matter join the one that leads (R-DSP-03, D-27).' })
export class MergeTicketsInput extends CommandFields {
  @Field(() => ID, { description: 'The ticket on which the work is done.' })
  leadingTicketId!: string;

  @Field(() => [ID], {
    description: `Tickets of the same kind and estate that join it, at most ${MOST_AT_ONCE}; those joined before stay.`,
  })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `must have at most ${MOST_AT_ONCE} ids` })
  ticketIds!: string[];

  @TextField({ nullable: true, max: 500, multiline: true, description: 'Why they are one matter, for staff.' })
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the leading ticket that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was decided, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}
