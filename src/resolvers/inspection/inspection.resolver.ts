import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import { findingsOfInspection } from '../../loaders/inspection/inspection-findings.js';
import { inspectionRates, type InspectionRatesRow } from '../../loaders/inspection/inspection-rates.js';
import { inspectionById, inspectionsPage, type InspectionRow } from '../../loaders/inspection/inspections.js';
import { itemsOfInspection } from '../../loaders/inspection/items-of-inspection.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { InspectionFiguresType, InspectionRatesType } from '../../schema/inspection/inspection-figures.type.js';
import { InspectionFilterInput } from '../../schema/inspection/inspection-filter.input.js';
import { InspectionFindingType } from '../../schema/inspection/inspection-finding.type.js';
import { InspectionItemType } from '../../schema/inspection/inspection-item.type.js';
import { InspectionConnection, InspectionType } from '../../schema/inspection/inspection.type.js';
import { PeriodInput } from '../../schema/metric/period.input.js';
import { PeriodType } from '../../schema/metric/period.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Inspections: looking them up, their figures and their edges. */
@Resolver(() => InspectionType)
export class InspectionResolver {
  @Query(() => InspectionConnection, {
    description:
      "Inspections of the viewer's estates, the latest planned first: published ones, and the others for whoever carries them out (R-ESC-05, D-27). Needs `inspection.read`.",
  })
  inspections(
    @Arg('filter', () => InspectionFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: InspectionFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return inspectionsPage(ctx, filter ?? {}, args);
  }

  @Query(() => InspectionType, {
    nullable: true,
    description: 'One inspection. Needs `inspection.read`. NOT_FOUND when it is unknown, not yours or not published.',
  })
  inspection(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('inspection', inspectionById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'Which estate is inspected.' })
  estate(@Root() { estateId }: InspectionRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => PeriodType, { nullable: true, description: 'Whose records were drawn from; null on site.' })
  period(@Root() { periodFrom: from, periodTo: to }: InspectionRow) {
    return from === null || to === null ? null : { from, to };
  }

  @FieldResolver(() => InspectionFiguresType, {
    nullable: true,
    description: 'Its figures; null until it is published.',
  })
  figures(@Root() inspection: InspectionRow) {
    return inspection.checked === null ? null : inspection;
  }

  @FieldResolver(() => [InspectionItemType], { description: 'What it looks at, in its order.' })
  items(@Root() { id }: InspectionRow, @Ctx() ctx: RequestContext) {
    return itemsOfInspection(ctx).load(id);
  }

  @FieldResolver(() => [InspectionFindingType], { description: 'What it found to be wrong, the first finding first.' })
  findings(@Root() { id }: InspectionRow, @Ctx() ctx: RequestContext) {
    return findingsOfInspection(ctx).load(id);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who planned it.' })
  plannedBy(@Root() { plannedById }: InspectionRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(plannedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who published it; null until then.' })
  publishedBy(@Root() { publishedById }: InspectionRow, @Ctx() ctx: RequestContext) {
    return publishedById === null ? null : staffById(ctx).load(publishedById);
  }
}

/** What inspections of estates gave together. */
@Resolver(() => InspectionRatesType)
export class InspectionRatesResolver {
  @Query(() => [InspectionRatesType], {
    description:
      'What the inspections that were published on the days of a period gave, by estate in the order of their codes; estates without any are left out, and so are those out of reach (D-27). Needs `inspection.read`.',
  })
  inspectionRates(
    @Arg('period', () => PeriodInput, { description: 'The days of publication.' }) period: MetricPeriod,
    @Arg('estateIds', () => [ID], { nullable: true, description: 'Of these estates only.' })
    estateIds: string[] | null,
    @Ctx() ctx: RequestContext,
  ) {
    return inspectionRates(ctx, period, estateIds);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: InspectionRatesRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => InspectionFiguresType, {
    description: 'The figures of its inspections as one: sums, and ratios of sums.',
  })
  figures(@Root() rates: InspectionRatesRow) {
    return rates;
  }
}
