import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { stewardsOfBuilding } from '../../loaders/people/stewards-of-building.js';
import type { BuildingRow } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitsPage } from '../../loaders/place/units-page.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitConnection } from '../../schema/place/unit-connection.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** The edges of buildings. */
@Resolver(() => BuildingType)
export class BuildingResolver {
  @FieldResolver(() => EstateType, { description: 'The estate that it belongs to.' })
  estate(@Root() building: BuildingRow, @Ctx() ctx: RequestContext) {
    return found('estate', estateById(ctx).load(building.estateId));
  }

  @FieldResolver(() => UnitConnection, { description: 'Its units that the viewer may see, by code.' })
  units(@Root() building: BuildingRow, @Ctx() ctx: RequestContext, @Args(() => PageArgs) page: PageArgs) {
    return unitsPage(ctx, { estateIds: [building.estateId], buildingIds: [building.id] }, 'CODE_ASC', page);
  }

  @FieldResolver(() => [StaffType], { description: 'The stewards responsible for it (R-ORG-33); empty for residents.' })
  stewards(@Root() building: BuildingRow, @Ctx() ctx: RequestContext) {
    return stewardsOfBuilding(ctx).load(building.id);
  }
}
