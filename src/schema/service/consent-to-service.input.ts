import { Field, InputType } from 'type-graphql';
import type { ConsentMode } from '../../domain/consent/consent-mode.js';
import { ConsentModeEnum } from '../consent/consent-mode.enum.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** What the customer says to a price. */
@InputType({ description: 'Records that the customer agrees to the price of a service, or does not (R-DSP-13).' })
export class ConsentToServiceInput extends TicketStepInput {
  @Field(() => Boolean, { description: 'Whether the customer agrees.' })
  agrees!: boolean;

  @Field(() => ConsentModeEnum, {
    description: 'How the customer said so; APP for residents, and for nobody else.',
  })
  mode!: ConsentMode;
}
