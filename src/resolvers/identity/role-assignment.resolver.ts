import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { estateGroupById } from '../../loaders/place/estate-group-by-id.js';
import { RoleAssignmentType } from '../../schema/identity/role-assignment.type.js';
import { EstateGroupType } from '../../schema/place/estate-group.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** How far a role reaches. */
@Resolver(() => RoleAssignmentType)
export class RoleAssignmentResolver {
  @FieldResolver(() => [EstateType], {
    nullable: true,
    description:
      'The estates that it reaches now and that the viewer may read; null where it reaches all of the company.',
  })
  async estates(@Root() held: RoleAssignmentType, @Ctx() ctx: RequestContext): Promise<EstateType[] | null> {
    if (held.everywhere) return null;
    const found = await Promise.all(held.estateIds.map((id) => estateById(ctx).load(id)));
    return found.filter((estate) => estate !== null);
  }

  @FieldResolver(() => EstateGroupType, {
    nullable: true,
    description: 'The group whose estates it reaches, whichever belong to it; null where it reaches one estate or all.',
  })
  group(@Root() held: RoleAssignmentType, @Ctx() ctx: RequestContext): Promise<EstateGroupType | null> | null {
    return held.groupId === null ? null : estateGroupById(ctx).load(held.groupId);
  }
}
