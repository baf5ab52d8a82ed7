import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { EstateGroupKind } from '../../domain/place/estate-group-kind.js';
import type { EstateGroupRow } from '../../loaders/place/estate-group-by-id.js';
import { estateGroupsPage } from '../../loaders/place/estate-groups-page.js';
import { estatesOfGroup } from '../../loaders/place/estates-of-group.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateGroupConnection } from '../../schema/place/estate-group-connection.type.js';
import { EstateGroupKindEnum } from '../../schema/place/estate-group-kind.enum.js';
import { EstateGroupType } from '../../schema/place/estate-group.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Groups of estates: their list and edges. */
@Resolver(() => EstateGroupType)
export class EstateGroupResolver {
  @Query(() => EstateGroupConnection, { description: "The company's groups of estates. Needs `group.read`." })
  estateGroups(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [EstateGroupKindEnum], {
      nullable: true,
      description: 'Only these kinds; all where nothing is said.',
    })
    kinds: EstateGroupKind[] | null,
  ) {
    return estateGroupsPage(ctx, kinds, page);
  }

  @FieldResolver(() => [EstateType], { description: 'Those of its estates that the viewer may read, by code.' })
  estates(@Root() group: EstateGroupRow, @Ctx() ctx: RequestContext) {
    return estatesOfGroup(ctx).load(group.id);
  }
}
