import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** An OpenID Connect issuer to trust, and for which audience. */
@InputType('ConnectIdentityProviderInput', {
  description: 'An OpenID Connect issuer to trust, and for which audience.',
})
export class ConnectIdentityProviderInput extends CommandFields {
  @TextField({ description: 'The `iss` claim of its tokens, letter by letter.', max: 500 })
  issuer!: string;

  @TextField({ description: 'The `aud` claim of its tokens for this product, letter by letter.', max: 255 })
  audience!: string;

  @TextField({
    description: 'Address of its JWKS document: https, on the public Internet, without redirects.',
    max: 2000,
  })
  jwksUri!: string;
}
