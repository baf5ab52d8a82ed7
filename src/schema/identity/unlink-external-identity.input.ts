import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Which link is taken back. */
@InputType('UnlinkExternalIdentityInput', { description: 'Which link is taken back.' })
export class UnlinkExternalIdentityInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The `ExternalIdentity`.' })
  identityId!: string;
}
