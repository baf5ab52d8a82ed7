import { Field, InputType } from 'type-graphql';
import type { ReplyMode } from '../../domain/complaint/reply-mode.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';
import { ReplyModeEnum } from './reply-mode.enum.js';

/** What the customer was told. */
@InputType({ description: 'Records what the customer was told (D-01).' })
export class ReplyToComplaintInput extends TicketStepInput {
  @Field(() => Boolean, {
    description:
      'Whether it is the final answer; an interim one leaves the stage as it is and stops the clocks of feedback (D-01).',
  })
  final!: boolean;

  @Field(() => ReplyModeEnum, { description: 'How it was said.' })
  mode!: ReplyMode;

  @TextField({ max: 4000, multiline: true, description: 'What was said; the customer sees it.' })
  text!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the customer will hear next, of an interim reply; in the future (R-CMP-24).',
  })
  nextReplyDueAt?: Date | null;
}
