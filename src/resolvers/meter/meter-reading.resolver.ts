import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { meterOfMilli } from '../../domain/meter/meter-value.js';
import { attachmentsOfReading } from '../../loaders/attachment/attachments.js';
import { meterById } from '../../loaders/meter/meters.js';
import { heldPage, readingsPage, type ReadingRow } from '../../loaders/meter/readings.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { MeterReadingConnection } from '../../schema/meter/meter-connections.type.js';
import { HoldReasonEnum } from '../../schema/meter/meter.enums.js';
import { MeterReadingType } from '../../schema/meter/meter-reading.type.js';
import { MeterType } from '../../schema/meter/meter.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { Decimal } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What meters showed. */
@Resolver(() => MeterReadingType)
export class MeterReadingResolver {
  @Query(() => MeterReadingConnection, {
    description:
      'What the meters of a unit showed, the latest first; for residents since they hold the unit (D-30). Needs `meter.read` on the estate.',
  })
  meterReadings(
    @Arg('unitId', () => ID, { description: 'The unit.' }) unitId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return readingsPage(ctx, unitId, args);
  }

  @Query(() => MeterReadingConnection, {
    description: 'Readings that wait for a person, the longest waiting first (R-FEE-07). Needs `fee.bill`.',
  })
  heldMeterReadings(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates; all in reach where none are named.',
    })
    estateIds: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return heldPage(ctx, estateIds, args);
  }

  @FieldResolver(() => Decimal, { description: 'What the register showed.' })
  value(@Root() { valueMilli }: ReadingRow) {
    return meterOfMilli(valueMilli);
  }

  @FieldResolver(() => [HoldReasonEnum], { description: 'Why it waits, or has waited, for a person.' })
  holdReasons(@Root() { holdReasons }: ReadingRow) {
    return holdReasons;
  }

  @FieldResolver(() => MeterType, { nullable: true, description: 'The meter.' })
  meter(@Root() { meterId }: ReadingRow, @Ctx() ctx: RequestContext) {
    return meterById(ctx).load(meterId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit; null for a meter of common parts.' })
  unit(@Root() { unitId }: ReadingRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'Who has recorded it; null without `staff.read`, and for what came from a file.',
  })
  recordedBy(@Root() { recordedBy }: ReadingRow, @Ctx() ctx: RequestContext) {
    return recordedBy === null ? null : staffById(ctx).load(recordedBy);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has decided on it, if it was held.' })
  decidedBy(@Root() { decidedBy }: ReadingRow, @Ctx() ctx: RequestContext) {
    return decidedBy === null ? null : staffById(ctx).load(decidedBy);
  }

  @FieldResolver(() => [AttachmentType], {
    description: 'Pictures of what it showed, at most 100; none for residents. Attach with `requestUpload`.',
  })
  attachments(@Root() { id }: ReadingRow, @Ctx() ctx: RequestContext) {
    return attachmentsOfReading(ctx).load(id);
  }
}
