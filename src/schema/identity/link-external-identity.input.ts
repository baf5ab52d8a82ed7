import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';
import { TextField } from '../text-field.js';

/** Which subject of a provider is which member of staff. */
@InputType('LinkExternalIdentityInput', { description: 'Which subject of a provider is which member of staff.' })
export class LinkExternalIdentityInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The `IdentityProvider`.' })
  providerId!: string;

  @TextField({ description: 'The `sub` claim of its tokens, letter by letter.', max: 255 })
  subject!: string;

  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
