import { Field, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** Whether it is substantiated, and why. */
@InputType({ description: 'Judges whether a complaint is substantiated (D-06, Q-07).' })
export class JudgeComplaintInput extends TicketStepInput {
  @Field(() => Boolean, { description: 'Whether it concerns the company’s responsibility (有效投诉).' })
  substantiated!: boolean;

  @TextField({ max: 1000, multiline: true, description: 'Why; for staff.' })
  reason!: string;
}
