import { InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

/** Records that the work is done. */
@InputType({ description: 'Records that the work is done.' })
export class CompleteRepairInput extends TicketStepInput {}
