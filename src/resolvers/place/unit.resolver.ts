import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { chargeAreaOfMilli } from '../../domain/place/charge-area.js';
import { holdsOn } from '../../domain/people/occupancy-period.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import { occupanciesOfUnit } from '../../loaders/people/occupancies.js';
import { buildingById } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById, type UnitRow } from '../../loaders/place/unit-by-id.js';
import { unitStateOn } from '../../loaders/place/unit-state-on.js';
import { unitsPage, type UnitsOrder } from '../../loaders/place/units-page.js';
import { OccupancyType } from '../../schema/people/occupancy.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitConnection } from '../../schema/place/unit-connection.type.js';
import { UnitFilterInput } from '../../schema/place/unit-filter.input.js';
import { UnitOrderEnum } from '../../schema/place/unit-order.enum.js';
import { UnitStateEnum } from '../../schema/place/unit-state.enum.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { Decimal, LocalDate } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Units: their lists and edges. */
@Resolver(() => UnitType)
export class UnitResolver {
  @Query(() => UnitConnection, { description: 'The units that the viewer may read. Needs `unit.read`.' })
  units(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => UnitFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: UnitFilterInput | null,
    @Arg('orderBy', () => UnitOrderEnum, {
      nullable: true,
      description: 'In which order; by code where nothing is said.',
    })
    order: UnitsOrder | null,
  ) {
    return unitsPage(ctx, filter ?? {}, order ?? 'CODE_ASC', page);
  }

  @Query(() => UnitType, { nullable: true, description: 'One unit. Needs `unit.read` on its estate.' })
  unit(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string) {
    return found('unit', unitById(ctx).load(id));
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'Area that area-based charges are counted by, in square metres; null where it is not known.',
  })
  chargeArea(@Root() unit: UnitRow) {
    return unit.chargeAreaMilli === null ? null : chargeAreaOfMilli(unit.chargeAreaMilli);
  }

  @FieldResolver(() => BuildingType, { description: 'The building that it lies in.' })
  building(@Root() unit: UnitRow, @Ctx() ctx: RequestContext) {
    return found('building', buildingById(ctx).load(unit.buildingId));
  }

  @FieldResolver(() => EstateType, { description: 'The estate that it belongs to.' })
  estate(@Root() unit: UnitRow, @Ctx() ctx: RequestContext) {
    return found('estate', estateById(ctx).load(unit.estateId));
  }

  @FieldResolver(() => UnitStateEnum, {
    nullable: true,
    description:
      'Its state on a day (D-28); null before the first one, and for residents outside the days of their own occupancies (D-30).',
  })
  state(
    @Root() unit: UnitRow,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => LocalDate, {
      nullable: true,
      description: "The day; today in the estate's zone where nothing is said.",
    })
    on: string | null,
  ) {
    if (on != null) assertDay('on', on);
    return unitStateOn(ctx, on ?? null).load(unit.id);
  }

  @FieldResolver(() => [OccupancyType], {
    description:
      'Who holds it, earliest first: those that the viewer may see. Residents see their own (D-30); others need `customer.read`.',
  })
  async occupancies(
    @Root() unit: UnitRow,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => LocalDate, { nullable: true, description: 'Only those of this day; all where nothing is said.' })
    on: string | null,
  ) {
    const all = await occupanciesOfUnit(ctx).load(unit.id);
    return on == null ? all : all.filter((occupancy) => holdsOn(occupancy, on));
  }
}
