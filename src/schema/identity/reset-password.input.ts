import { MinLength } from 'class-validator';
import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';

/** A new password with a one-time code. */
@InputType('ResetPasswordInput', { description: 'A new password with a one-time code.' })
export class ResetPasswordInput {
  @TextField({ description: '`name@companyCode`; capitals and spaces around it do not matter.', max: 200 })
  login!: string;

  @TextField({ description: 'The one-time code; capitals, spaces and hyphens do not matter.', max: 40 })
  code!: string;

  @TextField({ description: 'The new password. At least 10 characters.', max: 200 })
  @MinLength(10, { message: 'must have at least 10 characters' })
  newPassword!: string;
}
