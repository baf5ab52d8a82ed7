import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';

/** A login and its password. */
@InputType('SignInInput', { description: 'A login and its password.' })
export class SignInInput {
  @TextField({ description: '`name@companyCode`; capitals and spaces around it do not matter.', max: 200 })
  login!: string;

  @TextField({ description: 'The password, as typed.', max: 200 })
  password!: string;
}
