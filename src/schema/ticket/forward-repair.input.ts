import { InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

/** Passes a reported repair on to Engineering (R-RPR-05). */
@InputType({ description: 'Passes a reported repair on to Engineering (R-RPR-05).' })
export class ForwardRepairInput extends TicketStepInput {}
