import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which provider is disconnected. */
@InputType('DisconnectIdentityProviderInput', { description: 'Which provider is disconnected.' })
export class DisconnectIdentityProviderInput extends CommandFields {
  @Field(() => ID, { description: 'The `IdentityProvider`.' })
  providerId!: string;
}
