import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { customerById } from '../../loaders/people/customer-by-id.js';
import type { OccupancyRow } from '../../loaders/people/occupancies.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { OccupancyType } from '../../schema/people/occupancy.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The edges of occupancies. */
@Resolver(() => OccupancyType)
export class OccupancyResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit; null where the viewer may not see it.' })
  unit(@Root() occupancy: OccupancyRow, @Ctx() ctx: RequestContext) {
    return unitById(ctx).load(occupancy.unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Who holds it; null where the viewer may not see it.',
  })
  customer(@Root() occupancy: OccupancyRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(occupancy.customerId);
  }
}
