import { Field, InputType } from 'type-graphql';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';
import { UrgencyEnum } from './urgency.enum.js';

/** Gives a repair another urgency. */
@InputType({ description: 'Gives a repair another urgency; a downgrade is counted (D-27).' })
export class RegradeRepairInput extends TicketStepInput {
  @Field(() => UrgencyEnum, { description: 'The urgency that it has from now on (R-RPR-08).' })
  urgency!: Urgency;

  @TextField({ max: 500, description: 'Why; for staff.' })
  reason!: string;
}
