import { Field, ID, ObjectType } from 'type-graphql';
import type { SignatureMode } from '../../domain/signature/signature-mode.js';
import type { Signer } from '../../domain/signature/signer.js';
import { DateTime } from '../scalars.js';
import { SignatureModeEnum } from './signature-mode.enum.js';
import { SignerEnum } from './signer.enum.js';

/** A signature as clients see it; who it is and what shows it are fields of the resolver. */
@ObjectType('Signature', {
  simpleResolvers: true,
  description: 'That somebody has signed a certain content, or why nobody has.',
})
export class SignatureType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => SignerEnum, { description: 'Who was to sign.' })
  signer!: Signer;

  @Field(() => SignatureModeEnum, { description: 'How, or why not.' })
  mode!: SignatureMode;

  @Field(() => String, { description: 'SHA-256 of the content that was signed, hexadecimal.' })
  contentHash!: string;

  @Field(() => DateTime, { description: 'When it was signed, by the word of whoever recorded it.' })
  signedAt!: Date;
}
