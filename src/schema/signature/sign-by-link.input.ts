import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';

/** Signs with a link. */
@InputType({ description: 'Signs an order with a link, once; the same again answers the same.' })
export class SignByLinkInput {
  @TextField({ max: 200, description: 'The token of the signature link.' })
  token!: string;

  @Field(() => String, {
    description: 'The `contentHash` of what was shown; a CONFLICT when the order has changed since.',
  })
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be 64 hexadecimal digits' })
  contentHash!: string;

  @Field(() => ID, { description: 'The drawn signature, of `requestLinkUpload`.' })
  attachmentId!: string;

  @TextField({ max: 100, description: 'Name of whoever signs.' })
  signerName!: string;
}
