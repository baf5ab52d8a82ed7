import { InputType } from 'type-graphql';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** That the department has told the front desk. */
@InputType({ description: 'Records that the department has told the front desk what it put right (R-CMP-06).' })
export class ReportRectificationInput extends TicketStepInput {}
