import { Field, InputType } from 'type-graphql';
import { ApprovalStepFields } from '../approval/approval-steps.input.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';

/** Asks again after it was sent back. */
@InputType({ description: 'Asks again, after it was sent back, that a clock stands still beyond the cap (Q-18).' })
export class ResubmitClockPauseInput extends ApprovalStepFields {
  @Field(() => DateTime, { description: 'When it is to run again by itself; at most 90 days ahead.' })
  until!: Date;

  @TextField({ max: 1000, multiline: true, description: 'Why, for whoever decides; an internal note of the ticket.' })
  note!: string;
}
