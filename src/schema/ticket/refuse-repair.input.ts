import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Gives an accepted order back to Engineering. */
@InputType({ description: 'Gives an accepted order back to Engineering (R-RPR-02).' })
export class RefuseRepairInput extends TicketStepInput {
  @TextField({ max: 500, description: 'Why; for staff.' })
  reason!: string;
}
