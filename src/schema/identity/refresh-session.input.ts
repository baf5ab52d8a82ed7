import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';

/** A refresh token. */
@InputType('RefreshSessionInput', { description: 'A refresh token that was not used yet.' })
export class RefreshSessionInput {
  @TextField({ description: 'The refresh token of the last session.', max: 200 })
  refreshToken!: string;
}
