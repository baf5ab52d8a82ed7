import { Field, InputType } from 'type-graphql';
import type { ReplyMode } from '../../domain/complaint/reply-mode.js';
import { ReplyModeEnum } from '../complaint/reply-mode.enum.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** What the customer was told. */
@InputType({ description: 'Answers an enquiry or a suggestion (R-REC-11, R-DSP-17).' })
export class AnswerTicketInput extends TicketStepInput {
  @Field(() => ReplyModeEnum, { description: 'How it was said.' })
  mode!: ReplyMode;

  @TextField({ max: 4000, multiline: true, description: 'What was said; the customer sees it.' })
  text!: string;
}
