import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { RoleEnum } from './role.enum.js';
import { CommandFields } from '../command-fields.js';

/** Who is given which role, and how far. */
@InputType('AssignRoleInput', {
  description:
    'Who is given which role: on an estate, on the estates of a group or, with neither, on all of the company (D-11).',
})
export class AssignRoleInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The one estate that it reaches; several estates are several roles.',
  })
  estateId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The group whose estates it reaches, whichever belong to it.' })
  groupId?: string | null;
}
