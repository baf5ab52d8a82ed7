import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { nextMonthOf } from '../../domain/charge/charge-period.js';
import type { MeterKind } from '../../domain/meter/meter-words.js';
import { meterOfMilli } from '../../domain/meter/meter-value.js';
import { assertMonth } from '../../domain/meter/round-month.js';
import { meterById, metersPage, unreadPage, type MeterRow } from '../../loaders/meter/meters.js';
import { readingsOfMeter } from '../../loaders/meter/readings.js';
import { buildingById } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { MeterConnection, MeterReadingConnection } from '../../schema/meter/meter-connections.type.js';
import { MeterKindEnum } from '../../schema/meter/meter.enums.js';
import { MeterFilterInput } from '../../schema/meter/meter-filter.input.js';
import { MeterType } from '../../schema/meter/meter.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { Decimal, LocalDate } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Meters: where they hang and what they showed. */
@Resolver(() => MeterType)
export class MeterResolver {
  @Query(() => MeterConnection, {
    description: 'Meters of units and common parts; residents see those of their own units. Needs `meter.read`.',
  })
  meters(
    @Arg('filter', () => MeterFilterInput, { nullable: true, description: 'Which ones.' })
    filter: MeterFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return metersPage(ctx, filter ?? {}, args);
  }

  @Query(() => MeterType, {
    nullable: true,
    description: 'One meter. Needs `meter.read`. NOT_FOUND when it is unknown or not yours.',
  })
  meter(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('meter', meterById(ctx).load(id));
  }

  @Query(() => MeterConnection, {
    description:
      'The round of a reader: meters of an estate that hang and that nobody has read in a month; an estimate is no reading (R-FEE-14). Needs `meter.record` on the estate.',
  })
  meterRound(
    @Arg('estateId', () => ID, { description: 'The estate.' }) estateId: string,
    @Arg('month', () => LocalDate, { description: 'The first day of the month.' }) month: string,
    @Arg('kind', () => MeterKindEnum, { nullable: true, description: 'That count this; all where nothing is said.' })
    kind: MeterKind | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    assertMonth('month', month);
    return unreadPage(ctx, { estateId, kind, month, until: nextMonthOf(month) }, args);
  }

  @FieldResolver(() => Decimal, { description: 'What it showed when it was hung (底数).' })
  baseValue(@Root() { baseMilli }: MeterRow) {
    return meterOfMilli(baseMilli);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: MeterRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit; null for a meter of common parts.' })
  unit(@Root() { unitId }: MeterRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => BuildingType, {
    nullable: true,
    description: 'The building whose common parts it counts for; null for a meter of a unit, or of the whole estate.',
  })
  building(@Root() { buildingId }: MeterRow, @Ctx() ctx: RequestContext) {
    return buildingId === null ? null : buildingById(ctx).load(buildingId);
  }

  @FieldResolver(() => MeterType, { nullable: true, description: 'The meter that it has taken the place of.' })
  replaces(@Root() { replacesId }: MeterRow, @Ctx() ctx: RequestContext) {
    return replacesId === null ? null : meterById(ctx).load(replacesId);
  }

  @FieldResolver(() => MeterReadingConnection, {
    description: 'What it showed, the latest first; for residents since they hold the unit (D-30).',
  })
  readings(@Root() { id }: MeterRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: RequestContext) {
    return readingsOfMeter(ctx, id, args);
  }
}
