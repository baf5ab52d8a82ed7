import { Field, InputType, ObjectType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { Cursor } from '../scalars.js';
import { TextField } from '../text-field.js';

/** What changes about the company. */
@InputType('UpdateCompanyInput', { description: 'What changes about your company; what is absent stays.' })
export class UpdateCompanyInput extends CommandFields {
  @TextField({ max: 100, nullable: true, description: 'Name of the company.' })
  name?: string | null;

  @TextField({ max: 64, nullable: true, description: 'IANA time zone of its head office: `Asia/Shanghai`.' })
  timeZone?: string | null;
}

/** The company after a command; it is a field of the resolver. */
@ObjectType('CompanyPayload', { description: 'The company after a command.' })
export class CompanyPayloadType {
  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;

  companyId!: string;
}
