import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Puts an order into the hands of another technician. */
@InputType({ description: 'Puts an order into the hands of another technician (交接班, D-19).' })
export class HandOverRepairInput extends TicketStepInput {
  @Field(() => ID, { description: 'Who takes it over; holds an Engineering role on the estate (R-RPR-02).' })
  technicianId!: string;

  @TextField({ nullable: true, max: 1000, multiline: true, description: 'What the next one has to know; for staff.' })
  note?: string | null;
}
