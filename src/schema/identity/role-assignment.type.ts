import { Field, ID, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { RoleEnum } from './role.enum.js';

/** One role of a person with its reach; `estates` and `group` are fields of the resolver. */
@ObjectType('RoleAssignment', {
  description:
    'That somebody holds a role on an estate, on the estates of a group, or, with neither, on all of the company.',
})
export class RoleAssignmentType {
  @Field(() => ID, { description: 'Opaque id; `withdrawRole` takes it.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  /** Whether it reaches all estates of the company. */
  everywhere!: boolean;
  /** The estates that it reaches otherwise. */
  estateIds!: readonly string[];
  groupId!: string | null;
}
