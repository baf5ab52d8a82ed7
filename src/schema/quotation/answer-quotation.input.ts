import { Field, ID, InputType } from 'type-graphql';
import type { ConsentMode } from '../../domain/quotation/consent.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';
import { ConsentModeEnum } from './quotation.enums.js';

/** What the customer says to a quotation. */
@InputType({ description: 'What the customer says to the quotation that stands (R-DSP-13).' })
export class AnswerQuotationInput extends TicketStepInput {
  @Field(() => ID, { description: 'The quotation that the customer was shown; a CONFLICT when another one stands.' })
  quotationId!: string;

  @Field(() => Boolean, { description: 'Whether the customer agrees.' })
  accepted!: boolean;

  @Field(() => ConsentModeEnum, { description: 'How; APP for residents.' })
  mode!: ConsentMode;

  @Field(() => ID, {
    nullable: true,
    description: 'With SIGNED: an attachment of the order of kind SIGNATURE, PHOTO or SCAN that shows it.',
  })
  attachmentId?: string | null;

  @TextField({ nullable: true, max: 500, description: 'With BY_WORD: who said it, to whom and how; for staff.' })
  reason?: string | null;
}
