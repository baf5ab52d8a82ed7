import { InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

/** Gives a signed order back to the front desk. */
@InputType({ description: 'Gives a signed order back to the front desk (R-RPR-12).' })
export class ReturnRepairInput extends TicketStepInput {}
