import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** The developer has done its part. */
@InputType({ description: 'Records that the developer has done its part of a repair (D-05).' })
export class RecordDeveloperWorkInput extends TicketStepInput {
  @TextField({ nullable: true, max: 1000, multiline: true, description: 'What was done; for staff.' })
  note?: string | null;
}
