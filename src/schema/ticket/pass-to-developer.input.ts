import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Passes the developer's part on. */
@InputType({ description: "Passes the developer's part of a repair on, or records another promise of it (D-05)." })
export class PassToDeveloperInput extends TicketStepInput {
  @Field(() => DateTime, { description: 'By when the developer has promised to have done it; ahead.' })
  dueAt!: Date;
}
