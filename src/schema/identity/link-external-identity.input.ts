import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** Which subject of a provider is which member of staff. */
@InputType('LinkExternalIdentityInput', { description: 'Which subject of a provider is which member of staff.' })
export class LinkExternalIdentityInput extends CommandFields {
  @Field(() => ID, { description: 'The `IdentityProvider`.' })
  providerId!: string;

  @TextField({ description: 'The `sub` claim of its tokens, letter by letter.', max: 255 })
  subject!: string;

  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
