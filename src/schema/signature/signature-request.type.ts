import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** What the holder of a signature link is to sign. */
@ObjectType('SignatureRequest', {
  simpleResolvers: true,
  description: 'What the holder of a signature link is to sign: the work order, without anybody in it.',
})
export class SignatureRequestType {
  @Field(() => String, { description: 'Name of the company.' })
  companyName!: string;

  @Field(() => String, { description: 'Name of the estate.' })
  estateName!: string;

  @Field(() => String, { nullable: true, description: 'Code of the unit.' })
  unitCode!: string | null;

  @Field(() => String, { description: 'Number of the order.' })
  number!: string;

  @Field(() => String, { description: 'What it is about, in one line.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'What was said, in full.' })
  description!: string | null;

  @Field(() => DateTime, { description: 'When it was reported.' })
  reportedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When somebody first arrived on site (R-RPR-07).' })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the work was done.' })
  completedAt!: Date | null;

  @Field(() => String, { description: 'SHA-256 of what is signed, hexadecimal: give it back to `signByLink`.' })
  contentHash!: string;

  @Field(() => DateTime, { description: 'When the link is over.' })
  expiresAt!: Date;
}
