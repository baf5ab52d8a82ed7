import { Field, ID, InputType } from 'type-graphql';
import type { ConsentMode } from '../../domain/consent/consent-mode.js';
import { ConsentModeEnum } from '../consent/consent-mode.enum.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

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
    description: 'With IN_WRITING: an attachment of the order of kind SIGNATURE, PHOTO or SCAN that shows it.',
  })
  attachmentId?: string | null;

  @TextField({
    nullable: true,
    max: 500,
    description: 'With TELEPHONE, FACE_TO_FACE and MESSAGE: who said it, and to whom; for staff.',
  })
  reason?: string | null;
}
