import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ToldLink } from '../../domain/duty/told-chain.js';
import type { Role } from '../../domain/identity/role.js';
import { toldChainFor } from '../../loaders/duty/told-chain-for.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ToldLinkType } from '../../schema/duty/told-link.type.js';
import { RoleEnum } from '../../schema/identity/role.enum.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { DateTime } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Who is told: for the desk that has to reach somebody. */
@Resolver(() => ToldLinkType)
export class ToldLinkResolver {
  @Query(() => [ToldLinkType], {
    description:
      'Who is told about something on an estate, then who is next, from the estate upwards; never nobody: the estate manager is the last resort (D-11). Roles count as they are now. Needs `duty.read` on the estate.',
  })
  whoIsTold(
    @Arg('estateId', () => ID, { description: 'The estate.' }) estateId: string,
    @Arg('post', () => RoleEnum, { description: 'The post that is to be reached.' }) post: Role,
    @Arg('at', () => DateTime, { nullable: true, description: 'Whose duty counts; now where nothing is said.' })
    at: Date | null,
    @Ctx() ctx: RequestContext,
  ) {
    return toldChainFor(ctx, { estateId, post, at: at ?? ctx.house.clock?.now() ?? null });
  }

  @FieldResolver(() => [StaffType], { description: 'Who they are, by name.' })
  async staff(@Root() link: ToldLink, @Ctx() ctx: RequestContext) {
    const people = await Promise.all(link.staffIds.map((id) => staffById(ctx).load(id)));
    return people.filter((person) => person !== null);
  }
}
