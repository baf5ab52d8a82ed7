import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Which provider is disconnected. */
@InputType('DisconnectIdentityProviderInput', { description: 'Which provider is disconnected.' })
export class DisconnectIdentityProviderInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The `IdentityProvider`.' })
  providerId!: string;
}
