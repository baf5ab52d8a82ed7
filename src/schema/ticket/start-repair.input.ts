import { InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

/** Records the arrival on site (开工, R-RPR-07). */
@InputType({ description: 'Records the arrival on site (开工, R-RPR-07).' })
export class StartRepairInput extends TicketStepInput {}
