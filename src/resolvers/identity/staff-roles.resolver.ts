import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { rolesOfStaff } from '../../loaders/identity/roles-of-staff.js';
import { RoleAssignmentType } from '../../schema/identity/role-assignment.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What a member of staff may do. */
@Resolver(() => StaffType)
export class StaffRolesResolver {
  @FieldResolver(() => [RoleAssignmentType], {
    description: 'The roles that the person holds on estates within your reach, on groups and on all of the company.',
  })
  roles(@Root() staff: StaffType, @Ctx() ctx: RequestContext) {
    return rolesOfStaff(ctx).load(staff.id);
  }
}
