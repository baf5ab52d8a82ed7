import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { SignatureMode } from '../../domain/signature/signature-mode.js';
import type { Signer } from '../../domain/signature/signer.js';
import { SignatureModeEnum } from '../signature/signature-mode.enum.js';
import { SignerEnum } from '../signature/signer.enum.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Records a signature under a work order. */
@InputType({ description: 'Records a signature under a finished work order, or why there is none.' })
export class SignRepairInput extends TicketStepInput {
  @Field(() => SignerEnum, { description: 'Who signs.' })
  signer!: Signer;

  @Field(() => SignatureModeEnum, { description: 'How, or why not; says which of the fields below are needed.' })
  mode!: SignatureMode;

  @Field(() => String, {
    nullable: true,
    description:
      "The order's `contentHash` as the signer saw it, or as the signed paper shows it; a CONFLICT when the order has changed since.",
  })
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be 64 hexadecimal digits' })
  contentHash?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What shows it: an attachment of the order of kind SIGNATURE, or PHOTO or SCAN of the paper.',
  })
  attachmentId?: string | null;

  @TextField({ max: 100, nullable: true, description: 'Name of whoever signed.' })
  signerName?: string | null;

  @TextField({ max: 200, nullable: true, description: 'What it was drawn on, as the app calls it.' })
  device?: string | null;

  @TextField({ max: 500, nullable: true, description: 'Why the customer has not signed; staff only see it.' })
  reason?: string | null;
}
