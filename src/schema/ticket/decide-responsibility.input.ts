import { Field, InputType } from 'type-graphql';
import type { Responsibility } from '../../domain/ticket/responsibility.js';
import { TextField } from '../text-field.js';
import { ResponsibilityEnum } from './responsibility.enum.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Who answers and pays. */
@InputType({ description: 'Says who answers and pays for a repair (D-05).' })
export class DecideResponsibilityInput extends TicketStepInput {
  @Field(() => ResponsibilityEnum, { description: 'Who, from now on.' })
  responsibility!: Responsibility;

  @TextField({ max: 500, description: 'Why; for staff.' })
  reason!: string;
}
