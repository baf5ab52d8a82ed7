import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which link is taken back. */
@InputType('UnlinkExternalIdentityInput', { description: 'Which link is taken back.' })
export class UnlinkExternalIdentityInput extends CommandFields {
  @Field(() => ID, { description: 'The `ExternalIdentity`.' })
  identityId!: string;
}
