import { MinLength } from 'class-validator';
import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';

/** An invited resident opens an account. */
@InputType('AcceptInvitationInput', { description: 'An invited resident opens an account.' })
export class AcceptInvitationInput {
  @TextField({ description: 'Code of the company, as in a login after `@`.', max: 40 })
  companyCode!: string;

  @TextField({ description: 'The one-time code; capitals, spaces and hyphens do not matter.', max: 40 })
  code!: string;

  @TextField({
    description:
      'The part of the new login before `@`, unique within the company: letters, digits, dots, hyphens, underscores; capitals do not matter.',
    max: 64,
  })
  login!: string;

  @TextField({ description: 'The password. At least 10 characters.', max: 200 })
  @MinLength(10, { message: 'must have at least 10 characters' })
  password!: string;
}
