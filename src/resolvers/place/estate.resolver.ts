import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { assertDay } from '../../domain/place/plausible-day.js';
import { buildingsOfEstate } from '../../loaders/place/buildings-of-estate.js';
import { estateById, type EstateRow } from '../../loaders/place/estate-by-id.js';
import { estatesPage, type EstatesOrder } from '../../loaders/place/estates-page.js';
import { groupsOfEstate } from '../../loaders/place/groups-of-estate.js';
import { householdsOn } from '../../loaders/place/households-on.js';
import { unitsPage } from '../../loaders/place/units-page.js';
import { PageArgs } from '../../schema/page-args.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateConnection } from '../../schema/place/estate-connection.type.js';
import { EstateFilterInput } from '../../schema/place/estate-filter.input.js';
import { EstateGroupType } from '../../schema/place/estate-group.type.js';
import { EstateOrderEnum } from '../../schema/place/estate-order.enum.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitConnection } from '../../schema/place/unit-connection.type.js';
import { LocalDate } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

const DAY = "The day; today in the estate's zone where nothing is said. A day ahead counts what is planned.";

/** Estates: their lists and edges. */
@Resolver(() => EstateType)
export class EstateResolver {
  @Query(() => EstateConnection, { description: 'The estates that the viewer may read. Needs `estate.read`.' })
  estates(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EstateFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: EstateFilterInput | null,
    @Arg('orderBy', () => EstateOrderEnum, {
      nullable: true,
      description: 'In which order; by code where nothing is said.',
    })
    order: EstatesOrder | null,
  ) {
    return estatesPage(ctx, filter ?? {}, order ?? 'CODE_ASC', page);
  }

  @Query(() => EstateType, { nullable: true, description: 'One estate. Needs `estate.read` on it.' })
  estate(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string) {
    return found('estate', estateById(ctx).load(id));
  }

  @FieldResolver(() => Int, {
    description:
      'Households on a day: homes, shops and offices that have been taken over (D-28, Q-32), among the units that the viewer may see.',
  })
  async households(
    @Root() estate: EstateRow,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => LocalDate, { nullable: true, description: DAY }) on: string | null,
  ) {
    return (await counts(ctx, estate, on)).households;
  }

  @FieldResolver(() => Int, {
    description: 'Households on a day in which the owner or a tenant lives or works (D-28, Q-32); among `households`.',
  })
  async occupiedHouseholds(
    @Root() estate: EstateRow,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => LocalDate, { nullable: true, description: DAY }) on: string | null,
  ) {
    return (await counts(ctx, estate, on)).occupied;
  }

  @FieldResolver(() => UnitConnection, { description: 'Its units that the viewer may see, by code.' })
  units(@Root() estate: EstateRow, @Ctx() ctx: RequestContext, @Args(() => PageArgs) page: PageArgs) {
    return unitsPage(ctx, { estateIds: [estate.id] }, 'CODE_ASC', page);
  }

  @FieldResolver(() => [BuildingType], { description: 'All its buildings, by code.' })
  buildings(@Root() estate: EstateRow, @Ctx() ctx: RequestContext) {
    return buildingsOfEstate(ctx).load(estate.id);
  }

  @FieldResolver(() => [EstateGroupType], { description: 'The groups that it belongs to; empty for residents.' })
  groups(@Root() estate: EstateRow, @Ctx() ctx: RequestContext) {
    return groupsOfEstate(ctx).load(estate.id);
  }
}

function counts(ctx: RequestContext, estate: EstateRow, on: string | null) {
  if (on != null) assertDay('on', on);
  return householdsOn(ctx, on ?? null).load(estate.id);
}
