import { Field, InputType } from 'type-graphql';
import type { Visibility } from '../../domain/visibility.js';
import { VisibilityEnum } from '../event/visibility.enum.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** A remark on a ticket. */
@InputType({ description: 'Writes a note on a ticket (R-CMP-26).' })
export class AddTicketNoteInput extends TicketStepInput {
  @TextField({ max: 4000, multiline: true, description: 'The note.' })
  text!: string;

  @Field(() => VisibilityEnum, { description: 'Who may see it; residents write CUSTOMER notes (D-30).' })
  visibility!: Visibility;
}
