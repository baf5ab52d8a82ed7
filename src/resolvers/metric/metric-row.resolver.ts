import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import { contactById } from '../../loaders/contact/contact-by-id.js';
import type { MetricRow } from '../../loaders/metric/metric-rows.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { SOURCES } from '../../metrics/sources.js';
import { sumShown } from '../../loaders/metric/sum-shown.js';
import { MetricSubjectUnion } from '../../schema/metric/metric-subject.union.js';
import { MetricRowType } from '../../schema/metric/metric-value.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Decimal, LocalDate } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** An item behind a figure. */
@Resolver(() => MetricRowType)
export class MetricRowResolver {
  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'What it adds to the sum above the line; of money null for whoever may not see amounts (R-ORG-70).',
  })
  numerator(@Root() row: MetricRow, @Ctx() ctx: RequestContext) {
    return sumShown(ctx, row, row.numerator);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'What it adds to the sum below the line; null where nothing is divided.',
  })
  denominator(@Root() row: MetricRow, @Ctx() ctx: RequestContext) {
    return row.metric.denominator === null ? null : sumShown(ctx, row, row.denominator);
  }

  @FieldResolver(() => EstateType, {
    nullable: true,
    description: 'The estate; null where the viewer may not read it.',
  })
  estate(@Root() { estateId }: MetricRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => LocalDate, { description: 'The local day that the item belongs to.' })
  date(@Root() { day }: MetricRow) {
    return day;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Its part of the own dimension; null where there is none, and where it names staff to whoever lacks `audit.read`.',
  })
  segment(@Root() { segment }: MetricRow) {
    return segment === '' ? null : segment;
  }

  @FieldResolver(() => MetricSubjectUnion, {
    nullable: true,
    description: 'The item itself; null where the viewer may not read it.',
  })
  subject(@Root() { metric, subjectId }: MetricRow, @Ctx() ctx: RequestContext) {
    const { subject } = SOURCES[metric.items.source];
    if (subject === 'books') return ctx.asker.actions.has('fee.read') ? chargeById(ctx).load(subjectId) : null;
    return subject === 'ticket' ? ticketById(ctx).load(subjectId) : contactById(ctx).load(subjectId);
  }
}
