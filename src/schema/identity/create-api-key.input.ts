import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { RoleEnum } from './role.enum.js';
import { CommandFields } from '../command-fields.js';

/** A key for another system of the company. */
@InputType('CreateApiKeyInput', { description: 'A key for another system of the company.' })
export class CreateApiKeyInput extends CommandFields {
  @TextField({ description: 'Name of the system, as it is shown to colleagues.', max: 100 })
  name!: string;

  @Field(() => [RoleEnum], { description: 'Its roles; none beyond those that you may give (D-11).' })
  @ArrayMaxSize(20, { message: 'must name at most 20 roles' })
  roles!: Role[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The estates that its roles reach, 100 at most; absent: all of the company.',
  })
  @ArrayMaxSize(100, { message: 'must name at most 100 estates' })
  estateIds?: string[] | null;

  @Field(() => DateTime, { description: 'When it ends; at most 366 days ahead.' })
  expiresAt!: Date;
}
