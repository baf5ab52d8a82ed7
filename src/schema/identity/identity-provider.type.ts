import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** An external issuer that the company trusts. */
@ObjectType('IdentityProvider', {
  description:
    'An OpenID Connect issuer that the company trusts to say who somebody is. What they may do stands here, in roles; no claim chooses it.',
})
export class IdentityProviderType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The `iss` claim of its tokens.' })
  issuer!: string;

  @Field(() => String, { description: 'The `aud` claim of its tokens for this product.' })
  audience!: string;

  @Field(() => String, { description: 'Address of its JWKS document.' })
  jwksUri!: string;

  @Field(() => DateTime, { description: 'When it was connected.' })
  createdAt!: Date;
}
