import { MinLength } from 'class-validator';
import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';

/** A new password beside the old one. */
@InputType('ChangePasswordInput', { description: 'A new password beside the old one.' })
export class ChangePasswordInput {
  @TextField({ description: 'The password until now.', max: 200 })
  oldPassword!: string;

  @TextField({ description: 'The new password. At least 10 characters.', max: 200 })
  @MinLength(10, { message: 'must have at least 10 characters' })
  newPassword!: string;
}
