import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';

/** What a customer was told. */
@InputType('GiveVisitFeedbackInput', {
  description: 'What a customer was told about something said on a visit (R-VIS-14).',
})
export class GiveVisitFeedbackInput extends CommandFields {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Boolean, {
    description: 'Whether somebody spoke with the customer face to face; otherwise it is still owed.',
  })
  inPerson!: boolean;

  @TextField({ max: 2000, multiline: true, description: 'What the customer was told.' })
  text!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it happened, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}
