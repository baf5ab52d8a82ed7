import { Field, ID, InputType } from 'type-graphql';
import { ContactStepInput } from './contact-step.input.js';

/** Which ticket an entry is about. */
@InputType({ description: 'Routes an entry to a ticket that is there already (R-REC-24).' })
export class RouteContactInput extends ContactStepInput {
  @Field(() => ID, { description: 'The ticket: of the same estate, and not at its end.' })
  ticketId!: string;
}
